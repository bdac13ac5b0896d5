"""CSS paths of elements: `html > body > div:nth-of-type(2) > p`, valid for `querySelector` on the same page."""

import re

from scraper.model.tree import TEXT, Tree

_UNSAFE = re.compile(r"[^a-z0-9_-]")


class Paths:
    """Paths of one tree, each worked out once and only when asked for."""

    def __init__(self, tree: Tree) -> None:
        """Start with no path known."""
        self._tree = tree
        self._paths: dict[int, str] = {-1: ""}
        self._steps: dict[int, str] = {0: _escaped(tree.tags[0])}

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
        """Return the selector of one element among its siblings, which are all counted at once."""
        if node not in self._steps:
            self._count(self._tree.parents[node])
        return self._steps[node]

    def _count(self, parent: int) -> None:
        """Work out the steps of all children of one element."""
        tags, ends = self._tree.tags, self._tree.ends
        alike: dict[str, list[int]] = {}
        child = parent + 1
        while child < ends[parent]:
            if tags[child] != TEXT:
                alike.setdefault(tags[child], []).append(child)
            child = ends[child]
        for tag, nodes in alike.items():
            name = _escaped(tag)
            self._steps[nodes[0]] = name
            if len(nodes) > 1:
                self._steps.update((node, f"{name}:nth-of-type({rank})") for rank, node in enumerate(nodes, 1))


def _escaped(tag: str) -> str:
    """Return a tag as CSS writes it: anything but letters, digits, `-` and `_` behind a backslash."""
    return _UNSAFE.sub(lambda match: "\\" + match.group(), tag) if _UNSAFE.search(tag) else tag
