"""Evidence from the words that authors put into class and id: `share-bar`, `relatedPosts`, `entry-content`."""

import re
from collections.abc import Iterator, Mapping

from scraper.cleaner.view import View
from scraper.model.judgement import Evidence
from scraper.model.segment import Role

_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")


def _words(role: Role, weight: float, words: str) -> dict[str, tuple[Role, float]]:
    """Return one row of the table for each word."""
    return dict.fromkeys(words.split(), (role, weight))


WORDS: Mapping[str, tuple[Role, float]] = {
    **_words(Role.SHARE, 3.0, "share sharing shares social socials sharebar sharethis addthis addtoany"),
    **_words(Role.SHARE, 3.0, "follow like likes"),
    **_words(Role.SHARE, 1.5, "print email bookmark listen tools toolbar"),
    **_words(Role.RELATED, 3.0, "related recommended recommendation recommendations teaser teasers similar readmore"),
    **_words(Role.RELATED, 3.0, "outbrain taboola trending popular mostread morestories readalso alsoread"),
    **_words(Role.RELATED, 1.2, "latest recent sidebar rail carousel widget promobox onward explore crosslinks"),
    **_words(Role.NAVIGATION, 2.5, "nav navbar navigation menu menus breadcrumb breadcrumbs pagination pager submenu"),
    **_words(Role.NAVIGATION, 1.8, "toc tags tag topics search login signin skip language sitemap categories topbar"),
    **_words(Role.COMMENT, 3.0, "comment comments disqus respond commentlist replies reaction reactions"),
    **_words(Role.PROMO, 3.0, "newsletter subscribe subscription paywall donate donation signup advert advertisement"),
    **_words(Role.PROMO, 2.5, "ad ads adv advertorial sponsor sponsored promo promotion banner affiliate cta"),
    **_words(Role.NOTICE, 3.0, "cookie cookies consent gdpr copyright disclaimer legal imprint impressum privacy"),
    **_words(Role.NOTICE, 0.8, "footer foot colophon notice alert modal popup toast"),
    **_words(Role.BYLINE, 2.5, "byline author authors dateline timestamp pubdate postmeta datetime published"),
    **_words(Role.BYLINE, 1.2, "date time meta contributor source reporter updated"),
    **_words(Role.CAPTION, 2.5, "caption captions credit credits figcaption imagecaption legend"),
    **_words(Role.TITLE, 0.8, "headline title heading"),
    **_words(Role.BODY, 2.0, "articlebody storybody postbody entrycontent postcontent articlecontent articletext"),
    **_words(Role.OTHER, 1.5, "weather stock ticker poll quiz calendar"),
}
"""What one word in a class or id speaks for."""

_STORY = frozenset({"article", "entry", "post", "story", "news", "content", "detail"})
_INSIDE = frozenset({"body", "content", "text", "copy"})
_FADING = 0.8
"""What is left of a word's weight one element further out."""
_FAINT = 0.5
"""Weight below which a word from further out says nothing any more."""
_MOST = 0.45
"""A word on an element that holds more than this share of the page's text names the page, not the block."""


_SILENCE = (0.0, "")
_OF_STORY = (Role.BODY, Role.TITLE, Role.BYLINE)

Votes = dict[Role, tuple[float, str]]
"""Weight and telling word by role."""


def votes(attributes: Mapping[str, str | None]) -> Votes:
    """Return what class and id of one element speak for: weight and telling word by role."""
    words = [word.lower() for word in _WORDS.findall(f"{attributes.get('class') or ''} {attributes.get('id') or ''}")]
    found: Votes = {}
    for word in words:
        if word in WORDS:
            role, weight = WORDS[word]
            if weight > found.get(role, _SILENCE)[0]:
                found[role] = (weight, word)
    if not _STORY.isdisjoint(words) and not _INSIDE.isdisjoint(words) and len(set(words)) > 1:
        found.setdefault(Role.BODY, (1.2, "body"))
    return found


def judge(view: View) -> Iterator[Evidence]:
    """Yield the strongest word for each role among the elements around each block, faded by distance."""
    known: dict[int, Votes] = {-1: {}}
    for index, block in enumerate(view.blocks):
        for role, (strength, word) in _around(view, block.node, known).items():
            reason = f"name:{word}"
            yield Evidence(index, role, strength, reason)
            if role not in _OF_STORY:
                yield Evidence(index, Role.BODY, -strength / 2, reason)


def _around(view: View, node: int, known: dict[int, Votes]) -> Votes:
    """Return the faded votes of an element and all around it; what is worked out on the way stays in `known`."""
    unknown = []
    while node not in known:
        unknown.append(node)
        node = view.tree.parents[node]
    around = known[node]
    for inner in reversed(unknown):
        best = {role: (s * _FADING, word) for role, (s, word) in around.items() if s * _FADING > _FAINT}
        for role, vote in _own(view, inner).items():
            if vote[0] > best.get(role, _SILENCE)[0]:
                best[role] = vote
        known[inner] = around = best
    return around


def _own(view: View, node: int) -> Votes:
    """Return the votes of one element; around most of the page only those for body count."""
    attributes = view.tree.attributes[node]
    if not attributes or not ("class" in attributes or "id" in attributes):
        return {}
    found = votes(attributes)
    if view.sizes[node] > _MOST * view.sizes[0]:
        return {role: vote for role, vote in found.items() if role is Role.BODY}
    return found
