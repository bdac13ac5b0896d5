"""CSS paths of elements: `html > body > div:nth-of-type(2) > p`, valid for `querySelector` on the same page."""

import re

from scraper.model.tree import TEXT, Tree

_UNSAFE = re.compile(r"[^a-z0-9_-]")


class Paths:
    """Paths of one tree, each worked out once and only when asked for."""

    def __init__(self, tree: Tree) -> None:
        """Count the siblings of one tag; one pass over the tree."""
        self._tree = tree
        self._paths: dict[int, str] = {-1: ""}
        self._ranks = [0] * len(tree.tags)
        self._alike: dict[tuple[int, str], int] = {}
        for node, key in enumerate(zip(tree.parents, tree.tags, strict=True)):
            if key[1] != TEXT:
                self._ranks[node] = self._alike[key] = self._alike.get(key, 0) + 1

    def path(self, node: int) -> str:
        """Return the path of an element; of a shadow root's host for what stands inside the root."""
        tree, paths = self._tree, self._paths
        unknown = []
        while node not in paths:
            unknown.append(node)
            node = tree.parents[node]
        path = paths[node]
        for inner in reversed(unknown):
            if tree.tags[inner] == "template" or path.endswith("/"):
                # No selector reaches into a shadow root; the slash marks the host until the caller takes it off.
                path = path.rstrip("/") + "/"
            else:
                path = f"{path} > {self._step(inner)}" if path else self._step(inner)
            paths[inner] = path
        return path.rstrip("/")

    def _step(self, node: int) -> str:
        """Return the selector of one element among its siblings."""
        tag = self._tree.tags[node]
        alike = self._alike[self._tree.parents[node], tag]
        return _escaped(tag) if alike == 1 else f"{_escaped(tag)}:nth-of-type({self._ranks[node]})"


def _escaped(tag: str) -> str:
    """Return a tag as CSS writes it: anything but letters, digits, `-` and `_` behind a backslash."""
    return _UNSAFE.sub(lambda match: "\\" + match.group(), tag) if not tag.isalnum() else tag
