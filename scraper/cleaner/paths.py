"""CSS paths of elements: `html > body > div:nth-of-type(2) > p`, valid for `querySelector` on the same page."""

import re
from array import array

import numpy as np

from scraper.model.tree import Tree

_UNSAFE = re.compile(r"[^a-z0-9_-]")
_MANY = 100
_NTH = ("", *(f":nth-of-type({rank})" for rank in range(1, _MANY)))
OUT_OF_REACH = -1
"""Rank of a template and all in it: no selector reaches into a shadow root, its host's path stands for the inside."""


def ranks(tree: Tree) -> list[int]:
    """Return the place of each element among its siblings of the same tag, from 1; 0 where it is the only one."""
    numbers = {tag: number for number, tag in enumerate(dict.fromkeys(tree.tags))}
    tags = np.array(array("q", list(map(numbers.__getitem__, tree.tags))))
    alike = np.array(array("q", tree.parents)) * len(numbers) + tags
    # Sorted by parent and tag, siblings of one tag stand side by side, still in page order.
    order = alike.argsort(kind="stable")
    first = np.flatnonzero(np.diff(alike[order], prepend=-len(numbers) - 1))
    counts = np.diff(first, append=len(order))
    found = np.empty_like(order)
    found[order] = np.arange(1, len(order) + 1) - np.repeat(first, counts)
    found[order[first[counts == 1]]] = 0
    if "template" in numbers:
        for template in tree.find("template"):
            found[template : tree.ends[template]] = OUT_OF_REACH
    ranks: list[int] = found.tolist()
    return ranks


def below(path: str, tag: str, rank: int) -> str:
    """Return the path of an element with this rank whose parent has this path."""
    if rank == OUT_OF_REACH:
        return path
    # CSS wants a backslash before anything but letters, digits, `-` and `_`.
    escaped = tag if tag.isalnum() else _UNSAFE.sub(lambda match: "\\" + match.group(), tag)
    return f"{path} > {escaped}{_NTH[rank] if rank < _MANY else f':nth-of-type({rank})'}"
