"""CSS paths of elements: `html > body > div:nth-of-type(2) > p`, valid for `querySelector` on the same page."""

import re
from collections import Counter

from scraper.model.tree import TEXT, Tree

_UNSAFE = re.compile(r"[^a-z0-9_-]")


class Paths:
    """Paths of one tree, each worked out once and only when asked for."""

    def __init__(self, tree: Tree) -> None:
        """Count same-tag siblings; cost is one pass over the tree."""
        self._tree = tree
        self._known: dict[int, str] = {}
        counts: Counter[tuple[int, str]] = Counter()
        self._ranks = [0] * len(tree.tags)
        for node, key in enumerate(zip(tree.parents, tree.tags, strict=True)):
            if key[1] != TEXT:
                counts[key] += 1
                self._ranks[node] = counts[key]
        self._counts = counts

    def path(self, node: int) -> str:
        """Return the path of an element; of a shadow root's host for what stands inside the root."""
        chain = [node, *self._tree.ancestors(node)]
        for place in range(len(chain) - 1, -1, -1):
            if self._tree.tags[chain[place]] == "template":
                chain = chain[place + 1 :]
                break
        return self._join(chain)

    def _join(self, chain: list[int]) -> str:
        """Return the path of the first of `chain`, which goes up to the root, building on paths already known."""
        unknown: list[int] = []
        path = ""
        for node in chain:
            if node in self._known:
                path = self._known[node]
                break
            unknown.append(node)
        for node in reversed(unknown):
            path = f"{path} > {self._step(node)}" if path else self._step(node)
            self._known[node] = path
        return path

    def _step(self, node: int) -> str:
        """Return the selector of one element among its siblings."""
        tag = self._tree.tags[node]
        name = _UNSAFE.sub(lambda match: "\\" + match.group(), tag) if _UNSAFE.search(tag) else tag
        if self._counts[self._tree.parents[node], tag] == 1:
            return name
        return f"{name}:nth-of-type({self._ranks[node]})"
