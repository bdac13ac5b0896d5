"""CSS paths of elements: `html > body > div:nth-of-type(2) > p`, valid for `querySelector` on the same page."""

import re
from functools import lru_cache

from scraper.model.tree import TEXT, Tree

_UNSAFE = re.compile(r"[^a-z0-9_-]")


class Paths:
    """Paths of one tree, each worked out once and only when asked for."""

    def __init__(self, tree: Tree) -> None:
        """Take the tree and number its siblings."""
        self._tree = tree
        self._ranks, self._alike = _numbered(tree)
        self._paths: dict[int, str] = {-1: ""}
        self._in_shadow: set[int] = set()

    def path(self, node: int) -> str:
        """Return the path of an element; of a shadow root's host for what stands inside the root."""
        parents, paths = self._tree.parents, self._paths
        unknown = []
        while node not in paths:
            unknown.append(node)
            node = parents[node]
        path = paths[node]
        for inner in reversed(unknown):
            path = paths[inner] = self._below(path, inner)
        return path

    def _below(self, path: str, node: int) -> str:
        """Return the path of an element whose parent has this path."""
        tag, parent = self._tree.tags[node], self._tree.parents[node]
        # No selector reaches into a shadow root.
        if tag == "template" or parent in self._in_shadow:
            self._in_shadow.add(node)
            return path
        step = _step(tag, self._ranks[node] if self._alike[parent][tag] > 1 else 0)
        return f"{path} > {step}" if path else step


def _numbered(tree: Tree) -> tuple[list[int], list[dict[str, int]]]:
    """Return the rank of each element among its siblings of one tag, from 1, and how many of each tag each node has."""
    ranks: list[int] = []
    none: dict[str, int] = {}
    # One entry more than nodes, for the root's parent: -1.
    alike = [none] * (len(tree.tags) + 1)
    for parent, tag in zip(tree.parents, tree.tags, strict=True):
        if tag == TEXT:
            ranks.append(0)
            continue
        seen = alike[parent]
        if seen is none:
            seen = alike[parent] = {}
        rank = seen[tag] = seen.get(tag, 0) + 1
        ranks.append(rank)
    return ranks, alike


@lru_cache(maxsize=1 << 12)
def _step(tag: str, rank: int) -> str:
    """Return the selector of one element among its siblings; rank 0 says that its tag is the only one of its kind."""
    escaped = tag if tag.isalnum() else _UNSAFE.sub(lambda match: "\\" + match.group(), tag)
    return f"{escaped}:nth-of-type({rank})" if rank else escaped
