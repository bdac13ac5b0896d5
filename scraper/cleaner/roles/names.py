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
    **_words(Role.SHARE, 3.0, "share sharing shares social socials sharebar sharethis addthis addtoany follow like likes"),
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
_FAR = 7
"""Elements outwards from which words say nothing any more."""
_MOST = 0.45
"""A word on an element that holds more than this share of the page's text names the page, not the block."""


def votes(attributes: Mapping[str, str | None]) -> dict[Role, tuple[float, str]]:
    """Return what class and id of one element speak for: weight and telling word by role."""
    words = [word.lower() for word in _WORDS.findall(f"{attributes.get('class') or ''} {attributes.get('id') or ''}")]
    found: dict[Role, tuple[float, str]] = {}
    for word in words:
        role, weight = WORDS.get(word, (Role.OTHER, 0.0))
        if weight > found.get(role, (0.0, ""))[0]:
            found[role] = (weight, word)
    if not _STORY.isdisjoint(words) and not _INSIDE.isdisjoint(words) and len(set(words)) > 1:
        found.setdefault(Role.BODY, (1.2, "body"))
    return found


def judge(view: View) -> Iterator[Evidence]:
    """Yield the strongest word for each role among the elements around each block, faded by distance."""
    known = _elements(view)
    for index, block in enumerate(view.blocks):
        best: dict[Role, tuple[float, str]] = {}
        weight = 1.0
        for distance, node in enumerate((block.node, *view.tree.ancestors(block.node))):
            if distance > _FAR:
                break
            for role, (strength, word) in known.get(node, {}).items():
                if strength * weight > best.get(role, (0.0, ""))[0]:
                    best[role] = (strength * weight, word)
            weight *= _FADING
        for role, (strength, word) in best.items():
            yield Evidence(index, role, strength, f"name:{word}")
            if role not in (Role.BODY, Role.TITLE, Role.BYLINE):
                yield Evidence(index, Role.BODY, -strength / 2, f"name:{word}")


def _elements(view: View) -> dict[int, dict[Role, tuple[float, str]]]:
    """Return the votes of every element that holds text, those around most of the page left out but for body."""
    total = view.sizes[0] if view.sizes else 0.0
    known: dict[int, dict[Role, tuple[float, str]]] = {}
    for node, attributes in enumerate(view.tree.attributes):
        if not attributes or not view.sizes[node] or not ("class" in attributes or "id" in attributes):
            continue
        found = votes(attributes)
        if view.sizes[node] > _MOST * total:
            found = {role: vote for role, vote in found.items() if role is Role.BODY}
        if found:
            known[node] = found
    return known
