"""CSS paths of elements: `html > body > div:nth-of-type(2) > p`, valid for `querySelector` on the same page."""

import re
from functools import lru_cache

import numpy as np

from scraper.model.tree import Tree

_UNSAFE = re.compile(r"[^a-z0-9_-]")
OUT_OF_REACH = -1
"""Rank of a template and all in it: no selector reaches into a shadow root, its host's path stands for the inside."""


def ranks(tree: Tree) -> list[int]:
    """Return the place of each element among its siblings of the same tag, from 1; 0 where it is the only one."""
    numbers = {tag: number for number, tag in enumerate(set(tree.tags))}
    codes = np.fromiter(map(numbers.__getitem__, tree.tags), dtype=np.int64, count=len(tree.tags))
    alike = np.array(tree.parents) * len(numbers) + codes
    # Sorted by parent and tag, siblings of one tag stand side by side, still in page order.
    order = alike.argsort(kind="stable")
    is_first = np.diff(alike[order], prepend=-len(numbers) - 1) != 0
    first = np.flatnonzero(is_first)
    counts = np.diff(first, append=len(order))
    found = np.empty(len(order), dtype=np.int64)
    found[order] = np.where(np.repeat(counts, counts) > 1, np.arange(len(order)) - np.repeat(first, counts) + 1, 0)
    for template in tree.find("template"):
        found[template : tree.ends[template]] = OUT_OF_REACH
    ranks: list[int] = found.tolist()
    return ranks


@lru_cache(maxsize=1 << 12)
def step(tag: str, rank: int) -> str:
    """Return the selector of one element among its siblings."""
    # CSS wants a backslash before anything but letters, digits, `-` and `_`.
    escaped = tag if tag.isalnum() else _UNSAFE.sub(lambda match: "\\" + match.group(), tag)
    return f"{escaped}:nth-of-type({rank})" if rank else escaped
