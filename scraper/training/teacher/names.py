"""Evidence from the words that authors put into class and id: `share-bar`, `relatedPosts`, `entry-content`."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from scraper.cleaner.view import View
from scraper.model.judgement import Heard, Vote
from scraper.model.segment import Role

_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
# The same for names without capitals, which need no pattern.
_TO_SPACES = bytes(code if chr(code).isascii() and chr(code).islower() else 32 for code in range(256))


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
_TELLING = frozenset(WORDS) | _STORY
_FADING = 0.8
"""What is left of a word's weight one element further out."""
_FAINT = 0.5
"""Weight below which a word from further out says nothing any more."""
_MOST = 0.45
"""A word on an element that holds more than this share of the page's text names the page, not the block."""


_OF_STORY = (Role.BODY, Role.TITLE, Role.BYLINE)

Words = tuple[tuple[Role, float, str], ...]
"""What names speak for: role, weight and telling word, each role once."""


@lru_cache(maxsize=1 << 16)
def words_of(name: str) -> Words:
    """Return what a class or id attribute speaks for; the answer is kept because sites repeat their names."""
    if name.islower():
        words = name.encode("ascii", "replace").translate(_TO_SPACES).decode("ascii").split()
    else:
        words = [word.lower() for word in _WORDS.findall(name)]
    if _TELLING.isdisjoint(words):
        return ()
    words = list(dict.fromkeys(words))
    found = [(*WORDS[word], word) for word in words if word in WORDS]
    if len(words) > 1 and not _STORY.isdisjoint(words) and not _INSIDE.isdisjoint(words):
        found.append((Role.BODY, 1.2, "body"))
    return _strongest(found) if found else ()


def _strongest(words: Iterable[tuple[Role, float, str]]) -> Words:
    """Return the strongest word for each role, in the order in which the roles came."""
    best: dict[Role, tuple[Role, float, str]] = {}
    for word in words:
        if word[0] not in best or word[1] > best[word[0]][1]:
            best[word[0]] = word
    return tuple(best.values())


class _Surroundings(NamedTuple):
    """What the names around an element add up to."""

    words: Words
    """Strongest word for each role, faded by distance."""
    votes: tuple[Vote, ...]
    """The same as votes."""
    inner: dict[Words, "_Surroundings"]
    """What it becomes inside an element whose names say this; filled when met."""


def judge(view: View) -> Iterator[Heard]:
    """Yield the strongest word for each role among the elements around each block, faded by distance."""
    known = {-1: _Surroundings((), (), {})}
    for index, block in enumerate(view.blocks):
        votes = _around(view, block.node, known).votes
        if votes:
            yield index, votes


def _around(view: View, node: int, known: dict[int, _Surroundings]) -> _Surroundings:
    """Return the surroundings of an element, itself included; what is worked out on the way stays in `known`."""
    unknown = []
    while node not in known:
        unknown.append(node)
        node = view.tree.parents[node]
    around = known[node]
    for inner in reversed(unknown):
        attributes = view.tree.attributes[inner]
        own = words_of(attributes.get("class") or "") + words_of(attributes.get("id") or "") if attributes else ()
        # Only elements with a telling name count as distance: wrappers without one are mere layout.
        if own:
            around = _inside(around, own, is_page=view.sizes[inner] > _MOST * view.sizes[0])
        known[inner] = around
    return around


def _inside(outer: _Surroundings, own: Words, *, is_page: bool) -> _Surroundings:
    """Return the surroundings inside an element whose names say this; around most of the page only body counts."""
    if is_page:
        own = tuple(word for word in own if word[0] is Role.BODY)
    if own not in outer.inner:
        faded = [(role, weight * _FADING, word) for role, weight, word in outer.words if weight * _FADING > _FAINT]
        words = _strongest((*own, *faded))
        outer.inner[own] = _Surroundings(words, tuple(_votes(words)), {})
    return outer.inner[own]


def _votes(words: Words) -> Iterator[Vote]:
    """Yield what the words speak for, and against body where they are a widget's."""
    for role, strength, word in words:
        yield Vote(role, strength, f"name:{word}")
        if role not in _OF_STORY:
            yield Vote(Role.BODY, -strength / 2, f"name:{word}")
