"""Where a text stands: the path of its element and the kind of block the markup makes of it.

Both pass from an element to those inside it, so both are worked out together, once an element and only for elements
that hold text.
"""

from scraper.cleaner.kinds import Around, kind_by_role, outside
from scraper.cleaner.paths import below, ranks
from scraper.model.segment import Kind
from scraper.model.tree import Tree


class Places:
    """The places of one tree."""

    def __init__(self, tree: Tree) -> None:
        """Take the tree and number its siblings; one pass."""
        self._tree, self._ranks = tree, ranks(tree)
        self._known: list[tuple[str, Around] | None] = [None] * len(tree.tags)
        self._known[0] = tree.tags[0], outside().inner.get(tree.tags[0], outside())

    def place(self, node: int) -> tuple[str, Kind]:
        """Return path and kind of the text whose smallest element is `node`."""
        path, around = self._known[node] or self._work_out(node)
        attributes = self._tree.attributes[node]
        return path, kind_by_role(attributes["role"] or "", around.kind) if "role" in attributes else around.kind

    def _work_out(self, node: int) -> tuple[str, Around]:
        """Return path and surroundings of an element, and keep them for it and all around it."""
        tags, parents, ranks, known = self._tree.tags, self._tree.parents, self._ranks, self._known
        unknown = []
        while (place := known[node]) is None:
            unknown.append(node)
            node = parents[node]
        for inner in reversed(unknown):
            tag = tags[inner]
            path, around = place
            place = known[inner] = below(path, tag, ranks[inner]), around.inner.get(tag, around)
        return place
