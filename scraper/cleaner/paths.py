"""CSS paths of elements: `html > body > div:nth-of-type(2) > p`, valid for `querySelector` on the same page."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from scraper.model.tree import Tree

_UNSAFE = re.compile(r"[^a-z0-9_-]")
_MANY = 100
_NTH = ("", *(f":nth-of-type({rank})" for rank in range(1, _MANY)))
OUT_OF_REACH = -1
"""Rank of a template and all in it: no selector reaches into a shadow root, its host's path stands for the inside."""


def ranks(tree: Tree) -> list[int]:
    """Return the place of each element among its siblings of the same tag, from 1; 0 where it is the only one."""
    found = [0] * len(tree.tags)
    for nodes in tree.places.values():
        above = [tree.parents[node] for node in nodes]
        brothers = Counter(above)
        if len(brothers) < len(nodes):
            _number(found, nodes, above, brothers)
    for template in tree.find("template"):
        found[template : tree.ends[template]] = [OUT_OF_REACH] * (tree.ends[template] - template)
    return found


def _number(found: list[int], nodes: Sequence[int], above: Sequence[int], brothers: Mapping[int, int]) -> None:
    """Enter the places of elements with one tag; `above` holds their parents, `brothers` how many each parent has."""
    seen: dict[int, int] = {}
    for node, parent in zip(nodes, above, strict=True):
        if brothers[parent] > 1:
            found[node] = seen[parent] = seen.get(parent, 0) + 1


def below(path: str, tag: str, rank: int) -> str:
    """Return the path of an element with this rank whose parent has this path."""
    if rank == OUT_OF_REACH:
        return path
    # CSS wants a backslash before anything but letters, digits, `-` and `_`.
    escaped = tag if tag.isalnum() else _UNSAFE.sub(lambda match: "\\" + match.group(), tag)
    return f"{path} > {escaped}{_NTH[rank] if rank < _MANY else f':nth-of-type({rank})'}"
