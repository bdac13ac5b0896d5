"""Where a text stands: the path of its element and the kind of block the markup makes of it.

Both pass from an element to those inside it, so both are worked out together, once an element and only for elements
that hold text.
"""

from scraper.cleaner.kinds import OUTSIDE, Around, inside, kind_by_role
from scraper.cleaner.paths import OUT_OF_REACH, ranks, step
from scraper.model.segment import Kind
from scraper.model.tree import Tree


class Places:
    """The places of one tree."""

    def __init__(self, tree: Tree) -> None:
        """Take the tree and number its siblings; one pass."""
        self._tree, self._ranks = tree, ranks(tree)
        root = tree.tags[0]
        self._known: dict[int, tuple[str, Around]] = {0: (step(root, 0), inside(root, OUTSIDE))}

    def place(self, node: int) -> tuple[str, Kind]:
        """Return path and kind of the text whose smallest element is `node`."""
        path, (kind, _) = self._known.get(node) or self._work_out(node)
        attributes = self._tree.attributes[node]
        return path, kind_by_role(attributes["role"] or "", kind) if "role" in attributes else kind

    def _work_out(self, node: int) -> tuple[str, Around]:
        """Return path and surroundings of an element, and keep them for it and all around it."""
        tags, parents, ranks, known = self._tree.tags, self._tree.parents, self._ranks, self._known
        unknown = []
        while node not in known:
            unknown.append(node)
            node = parents[node]
        path, around = known[node]
        for inner in reversed(unknown):
            tag, rank = tags[inner], ranks[inner]
            around = inside(tag, around)
            if rank != OUT_OF_REACH:
                path = f"{path} > {step(tag, rank)}"
            known[inner] = path, around
        return path, around
