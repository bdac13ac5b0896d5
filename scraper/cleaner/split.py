"""`Tree` to `Block`s: the text of a page cut where a reader sees a new block, in page order, losing nothing.

Theory of operation. The columns of the tree are read once from front to back. Text nodes are collected into
the open block; a block ends where the markup starts or ends a block element (`DISPLAY` says which tags do)
and at a double line break. What a tag does is one row of a table, not a branch in the walk.

What is text: everything a browser can show of `<body>`, hidden parts included and marked. What is not: scripts,
styles, SVG, plain templates (left out by `parse`), and `<noscript>` text that repeats what stands beside it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto

from scraper.cleaner.layout import Layout, lay_out
from scraper.cleaner.paths import Paths
from scraper.cleaner.settle import BREAK, SPACE, TAB, Settler
from scraper.model.segment import Block
from scraper.model.tree import TEXT, Tree


class Display(Enum):
    """What a tag does to the block that is open."""

    BLOCK = auto()
    """Ends it, and starts its own."""
    BREAK = auto()
    """Breaks the line; twice in a row ends the block."""
    CELL = auto()
    """A tab inside a plain table row, else a block of its own."""
    LINK = auto()
    """Keeps its words apart from those of the link before it."""
    SKIP = auto()
    """No text for a reader: passed over with all below."""


def _rows(display: Display, tags: str) -> dict[str, Display]:
    """Return one row of the table for each tag."""
    return dict.fromkeys(tags.split(), display)


DISPLAY: Mapping[str, Display] = {
    **_rows(
        Display.BLOCK,
        "address article aside audio blockquote body button canvas caption center dd details dialog dir div dl dt "
        "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main "
        "marquee menu nav noscript object ol optgroup p plaintext pre search section select slot summary table tbody "
        "textarea tfoot thead tr ul video xmp",
    ),
    **_rows(Display.BREAK, "br option"),
    **_rows(Display.CELL, "td th"),
    **_rows(Display.LINK, "a"),
    **_rows(Display.SKIP, "head script style title"),
}
"""What each tag does; a tag that is not here is inline and does nothing."""


@dataclass(slots=True)
class _Cut:
    """The state of one walk: the pieces of the open block, and the blocks that are done."""

    tree: Tree
    layout: Layout
    settler: Settler
    pieces: list[int] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    closing: list[int] = field(default_factory=list)

    def flush(self) -> None:
        """End the open block; white space alone makes none."""
        if self.pieces:
            self.blocks.extend(self.settler.settle(self.pieces))
            self.pieces = []

    def close_until(self, node: int) -> None:
        """End every block element whose subtree ends before `node`."""
        while self.closing and self.closing[-1] <= node:
            self.closing.pop()
            self.flush()


def _block(cut: _Cut, node: int) -> int:
    """Start a block and remember where it ends."""
    cut.flush()
    cut.closing.append(cut.tree.ends[node])
    return node + 1


def _break(cut: _Cut, node: int) -> int:
    """Break the line; `settle` cuts at double ones."""
    cut.pieces.append(BREAK)
    return node + 1


def _cell(cut: _Cut, node: int) -> int:
    """Put a tab before a cell of a plain row, or start a block."""
    if not cut.layout.is_plain_cell(node):
        return _block(cut, node)
    cut.pieces.append(TAB)
    return node + 1


def _link(cut: _Cut, node: int) -> int:
    """Part two neighbouring links by a space, which the markup often leaves to the style sheet."""
    last = cut.pieces[-1] if cut.pieces else BREAK
    if last >= 0 and cut.layout.links[cut.tree.parents[last]] >= 0:
        cut.pieces.append(SPACE)
    return node + 1


def _skip(cut: _Cut, node: int) -> int:
    """Go on behind the element."""
    return cut.tree.ends[node]


HANDLERS: Mapping[Display, Callable[[_Cut, int], int]] = {
    Display.BLOCK: _block,
    Display.BREAK: _break,
    Display.CELL: _cell,
    Display.LINK: _link,
    Display.SKIP: _skip,
}
"""One handler a display: takes the walk and a node, returns the node to go on with."""


def split(tree: Tree) -> list[Block]:
    """Cut a page into its blocks of text, in page order.

    The texts of the blocks that are not hidden, put one behind the other, equal the visible text of `<body>`
    but for white space; hidden words that stand inside a visible line come as a block of their own behind it.
    """
    layout = lay_out(tree)
    cut = _Cut(tree, layout, Settler(tree, layout, Paths(tree)))
    _walk(cut)
    return _without_echoes(cut.blocks, tree, layout.noscripts)


def _walk(cut: _Cut) -> None:
    """Read all nodes from front to back and hand each to what its tag does."""
    tags, node, end = cut.tree.tags, 0, len(cut.tree.tags)
    handlers = {tag: HANDLERS[display] for tag, display in DISPLAY.items()}
    closing = cut.closing
    while node < end:
        if closing and closing[-1] <= node:
            cut.close_until(node)
        tag = tags[node]
        if tag == TEXT:
            cut.pieces.append(node)
            node += 1
        elif tag in handlers:
            node = handlers[tag](cut, node)
        else:
            node += 1
    cut.flush()


def _without_echoes(blocks: list[Block], tree: Tree, noscripts: set[int]) -> list[Block]:
    """Drop `<noscript>` blocks whose words stand on the page anyway: they are for browsers that fail to show those."""
    if not noscripts:
        return blocks
    inside = {node for noscript in noscripts for node in range(noscript, tree.ends[noscript])}
    shown = {block.text for block in blocks if block.node not in inside}
    return [block for block in blocks if block.node not in inside or block.text not in shown]
