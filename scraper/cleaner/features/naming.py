"""What the elements around a block are called: tag, landmark role, property, and the words in class and id."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from scraper.model.tree import Tree

_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
# The same for names without capitals, which need no pattern.
_TO_SPACES = bytes(code if chr(code).isascii() and chr(code).islower() else 32 for code in range(256))
_SHORTEST, _LONGEST = 2, 24
_NAMING = frozenset({"class", "id"})
_READ = _NAMING | {"role", "itemprop", "data-testid", "data-component", "aria-label"}
"""Attributes that are read: names, and what an element says it is."""
MOST = 24
"""Words of one element that are read; style frameworks write fifty into one class."""


@lru_cache(maxsize=1 << 16)
def words_of(name: str) -> tuple[str, ...]:
    """Return the words of a class or id, lower-case, each once; kept, because sites repeat their names."""
    return tuple(dict.fromkeys([word for part in name.split() for word in _cut(part)[0]]))[:MOST]


@lru_cache(maxsize=1 << 16)
def names_of(attribute: str) -> tuple[str, ...]:
    """Return the words of a class or id attribute and, of each name in it, the neighbouring pairs: `entry+content`."""
    parts = attribute.split()[:MOST]
    if len(parts) == 1:
        return _cut(parts[0])[1]
    return tuple(dict.fromkeys([name for part in parts for name in _cut(part)[1]]))[: 2 * MOST]


def cut_name(name: str) -> list[str]:
    """Return all words of a name in order, lower-case: `shareBar`, `share-bar` and `SHARE_bar` have the same two."""
    if name.islower():
        return name.encode("ascii", "replace").translate(_TO_SPACES).decode("ascii").split()
    return [word.lower() for word in _WORDS.findall(name)]


# Attributes are many, the names they are put together from are few and the same on many sites.
@lru_cache(maxsize=1 << 15)
def _cut(name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the words of a name that are long enough to mean something, and the same with neighbouring pairs."""
    words = tuple([word for word in cut_name(name) if _SHORTEST <= len(word) <= _LONGEST])
    if len(words) < 2:
        return words, words
    # Each once, and no more than can count, since both are kept.
    once, paired = dict.fromkeys(words), dict.fromkeys((*words, *map("+".join, pairwise(words))))
    return tuple(once)[:MOST], tuple(paired)[: 2 * MOST]


def name_elements(tree: Tree, nodes: Sequence[int]) -> list[tuple[str, ...]]:
    """Return for each element the names it goes by: `<tag`, its words, and `role=word` for what it says it is."""
    tags, attributes = tree.tags, tree.attributes
    found = []
    for node in nodes:
        names: tuple[str, ...] = ("<" + tags[node],)
        for name, value in attributes[node].items():
            if name in _READ and value:
                names += names_of(value) if name in _NAMING else _said(name, value)
        found.append(names)
    return found


@lru_cache(maxsize=1 << 14)
def _said(name: str, value: str) -> tuple[str, ...]:
    """Return the words of what an element says it is."""
    return tuple(f"{name}={word}" for word in words_of(value))
