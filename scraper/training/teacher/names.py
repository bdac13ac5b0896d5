"""Evidence from the words that authors put into class and id: `share-bar`, `relatedPosts`, `entry-content`."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from scraper.cleaner.features.naming import cut_name
from scraper.cleaner.roles.telling import WORDS
from scraper.cleaner.view import View
from scraper.model.judgement import Heard, Vote
from scraper.model.segment import Role
from scraper.model.tree import Tree
from scraper.training.teacher.sizes import text_below

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
    words = cut_name(name)
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
    sizes = text_below(view)
    known = {-1: _Surroundings((), (), {})}
    for index, block in enumerate(view.blocks):
        votes = _around(view.tree, sizes, block.node, known).votes
        if votes:
            yield index, votes


def _around(tree: Tree, sizes: Sequence[float], node: int, known: dict[int, _Surroundings]) -> _Surroundings:
    """Return the surroundings of an element, itself included; what is worked out on the way stays in `known`."""
    unknown = []
    while node not in known:
        unknown.append(node)
        node = tree.parents[node]
    around = known[node]
    for inner in reversed(unknown):
        attributes = tree.attributes[inner]
        own = words_of(attributes.get("class") or "") + words_of(attributes.get("id") or "") if attributes else ()
        # Only elements with a telling name count as distance: wrappers without one are mere layout.
        if own:
            around = _inside(around, own, is_page=sizes[inner] > _MOST * sizes[0])
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
