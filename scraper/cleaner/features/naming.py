"""What the elements around a block are called: tag, landmark role, property, and the words in class and id."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from scraper.model.tree import Tree

_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
# The same for names without capitals, which need no pattern.
_TO_SPACES = bytes(code if chr(code).isascii() and chr(code).islower() else 32 for code in range(256))
_SHORTEST, _LONGEST = 2, 24
_SAID = frozenset({"role", "itemprop", "data-testid", "data-component", "aria-label"})
_MOST = 24
"""Words of one element that are read; style frameworks write fifty into one class."""

Attributes = Mapping[str, str | None]


@lru_cache(maxsize=1 << 16)
def words_of(name: str) -> tuple[str, ...]:
    """Return the words of a class or id, lower-case, each once; kept, because sites repeat their names."""
    return tuple(dict.fromkeys(_words(name)))[:_MOST]


@lru_cache(maxsize=1 << 16)
def names_of(attribute: str) -> tuple[str, ...]:
    """Return the words of a class or id attribute and, of each name in it, the neighbouring pairs: `entry+content`."""
    found: dict[str, None] = {}
    for name in attribute.split()[:_MOST]:
        words = _words(name)
        found.update(dict.fromkeys(words))
        found.update(dict.fromkeys(map("+".join, pairwise(words))))
    return tuple(found)[: 2 * _MOST]


def cut_name(name: str) -> list[str]:
    """Return all words of a name in order, lower-case: `shareBar`, `share-bar` and `SHARE_bar` have the same two."""
    if name.islower():
        return name.encode("ascii", "replace").translate(_TO_SPACES).decode("ascii").split()
    return [word.lower() for word in _WORDS.findall(name)]


def _words(name: str) -> list[str]:
    """Return the words of a name without those that are too short or too long to mean anything."""
    return [word for word in cut_name(name) if _SHORTEST <= len(word) <= _LONGEST]


def name_elements(tree: Tree, nodes: Sequence[int]) -> list[tuple[str, ...]]:
    """Return for each element the names it goes by: `<tag`, its words, and `role=word` for what it says it is."""
    tags, attributes = tree.tags, tree.attributes
    return [_names("<" + tags[node], attributes[node]) for node in nodes]


def _names(tag: str, attributes: Attributes) -> tuple[str, ...]:
    """Return the names of one element."""
    found: tuple[str, ...] = (tag,)
    for name, value in attributes.items():
        if not value:
            continue
        if name in ("class", "id"):
            found += names_of(value)
        elif name in _SAID:
            found += _said(name, value)
    return found


@lru_cache(maxsize=1 << 14)
def _said(name: str, value: str) -> tuple[str, ...]:
    """Return the words of what an element says it is."""
    return tuple(f"{name}={word}" for word in words_of(value))
