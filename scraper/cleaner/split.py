"""`Tree` to `Block`s: the text of a page cut where a reader sees a new block, in page order, losing nothing.

Theory of operation. The columns of the tree are read once from front to back. Text nodes are collected as pieces of
the open block; a block ends where the markup starts or ends a block element (`DISPLAY` says which tags do) and at a
double line break. What a tag does is one row of a table, not a branch in the walk. Because nodes come in document
order, "inside a link", "hidden" and "inside a plain row" are each one number: the index where it ends.

What is text: everything a browser can show of `<body>`, hidden parts included and marked. What is not: scripts,
styles, SVG, plain templates (left out by `parse`), and `<noscript>` text that repeats what stands beside it.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import islice

from scraper.cleaner.rows import is_plain_row
from scraper.cleaner.settle import BREAK, SPACE, TAB, Piece, Settler
from scraper.model.segment import Block
from scraper.model.tree import Tree

_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")


class Display(Enum):
    """What a tag does to the block that is open."""

    BLOCK = auto()
    """Ends it, and starts its own."""
    PREFORMATTED = auto()
    """The same, and white space counts inside."""
    UNSEEN = auto()
    """The same, and the inside is hidden: what a browser shows only if it fails to show the element itself."""
    BREAK = auto()
    """Breaks the line; twice in a row ends the block."""
    ROW = auto()
    """A table row: one block where it is plain, else a block a cell."""
    CELL = auto()
    """A tab inside a plain row, else a block of its own."""
    LINK = auto()
    """Keeps its words apart from those of the link or label before it."""
    SKIP = auto()
    """No text for a reader: passed over with all below."""


def _rows(display: Display, tags: str) -> dict[str, Display]:
    """Return one row of the table for each tag."""
    return dict.fromkeys(tags.split(), display)


DISPLAY: Mapping[str, Display] = {
    **_rows(
        Display.BLOCK,
        "address article aside blockquote body button caption center dd details dir div dl dt fieldset figcaption "
        "figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main marquee menu nav ol optgroup p "
        "search section select slot summary table tbody tfoot thead ul",
    ),
    **_rows(Display.PREFORMATTED, "listing plaintext pre textarea xmp"),
    **_rows(Display.UNSEEN, "audio canvas dialog noscript object video"),
    **_rows(Display.BREAK, "br option"),
    **_rows(Display.ROW, "tr"),
    **_rows(Display.CELL, "td th"),
    **_rows(Display.LINK, "a label"),
    **_rows(Display.SKIP, "head script style title"),
}
"""What each tag does; a tag that is not here is inline and does nothing."""

_INLINE = (Display.BREAK, Display.LINK)
_BORDERS = frozenset(tag for tag, display in DISPLAY.items() if display not in _INLINE)
"""Tags at whose end a block ends."""
_BORDERS_OF_ROWS = frozenset(tag for tag in _BORDERS if DISPLAY[tag] is not Display.CELL)
"""The same inside a plain row."""

_Attributes = Mapping[str, str | None]
_Handler = Callable[["_Cut", int], None]
_Node = tuple[int, _Handler | None, str, _Attributes]
"""Index of a node, what its tag does, its text, its attributes."""


@dataclass(slots=True)
class _Cut:
    """The state of one walk; every `…_end` is the node index at which that state ends."""

    tree: Tree
    settler: Settler
    nodes: Iterator[_Node]
    pieces: list[Piece] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    noscripts: list[int] = field(default_factory=list)
    block_end: int = 0
    anchor: int = -1
    anchor_end: int = 0
    link: int = -1
    link_end: int = 0
    hidden_end: int = 0
    preformatted_end: int = 0
    row_end: int = 0

    def flush(self) -> None:
        """End the open block."""
        pieces = self.pieces
        # White space and marks open no block, so the first piece is text that counts.
        preformatted = pieces[0][1] < self.preformatted_end
        if not preformatted and (len(pieces) == 1 or _is_white(pieces[1:])):
            self.blocks += self.settler.single(pieces[0])
        else:
            self.blocks += self.settler.settle(pieces, preformatted=preformatted)
        pieces.clear()

    def border(self, node: int) -> int:
        """Return where the innermost block element around a text ends."""
        tags, parents = self.tree.tags, self.tree.parents
        borders = _BORDERS if node >= self.row_end else _BORDERS_OF_ROWS
        parent = parents[node]
        while tags[parent] not in borders:
            parent = parents[parent]
        return self.tree.ends[parent]


def _is_white(pieces: Sequence[Piece]) -> bool:
    """Whether pieces are nothing but white space."""
    return "".join([text for text, _, _, _ in pieces]).isspace()


def _block(cut: _Cut, _: int) -> None:
    """Start a block: the open one ends."""
    if cut.pieces:
        cut.flush()


def _preformatted(cut: _Cut, node: int) -> None:
    """Start a block whose white space counts."""
    _block(cut, node)
    cut.preformatted_end = max(cut.preformatted_end, cut.tree.ends[node])


def _unseen(cut: _Cut, node: int) -> None:
    """Start a hidden block; an open dialog is seen."""
    _block(cut, node)
    if "open" not in cut.tree.attributes[node]:
        cut.hidden_end = max(cut.hidden_end, cut.tree.ends[node])
    if cut.tree.tags[node] == "noscript":
        cut.noscripts.append(node)


def _break(cut: _Cut, _: int) -> None:
    """Break the line; `settle` cuts at double ones."""
    if cut.pieces:
        cut.pieces.append(BREAK)


def _row(cut: _Cut, node: int) -> None:
    """Start a row; a plain one keeps its cells together."""
    _block(cut, node)
    if is_plain_row(cut.tree, node):
        cut.row_end = cut.tree.ends[node]


def _cell(cut: _Cut, node: int) -> None:
    """Put a tab before a cell of a plain row, or start a block."""
    if node >= cut.row_end:
        _block(cut, node)
    elif cut.pieces:
        cut.pieces.append(TAB)


def _link(cut: _Cut, node: int) -> None:
    """Start a link, parted by a space from a link right before it: the markup often leaves that to the style sheet."""
    if cut.pieces and cut.anchor < cut.pieces[-1][1] < cut.anchor_end:
        cut.pieces.append(SPACE)
    cut.anchor, cut.anchor_end = node, cut.tree.ends[node]
    if cut.tree.tags[node] == "a" and "href" in cut.tree.attributes[node]:
        cut.link, cut.link_end = node, cut.tree.ends[node]


def _skip(cut: _Cut, node: int) -> None:
    """Go on behind the element."""
    for _ in islice(cut.nodes, cut.tree.ends[node] - node - 1):
        pass


HANDLERS: Mapping[Display, _Handler] = {
    Display.BLOCK: _block,
    Display.PREFORMATTED: _preformatted,
    Display.UNSEEN: _unseen,
    Display.BREAK: _break,
    Display.ROW: _row,
    Display.CELL: _cell,
    Display.LINK: _link,
    Display.SKIP: _skip,
}
"""One handler a display: takes the walk and a node."""

_BY_TAG: Mapping[str, _Handler] = {tag: HANDLERS[display] for tag, display in DISPLAY.items()}


def split(tree: Tree) -> list[Block]:
    """Cut a page into its blocks of text, in page order.

    The texts of the blocks that are not hidden, put one behind the other, equal the visible text of `<body>`
    but for white space; hidden words that stand inside a visible line come as a block of their own behind it.
    """
    handlers = map(_BY_TAG.get, tree.tags)
    cut = _Cut(tree, Settler(tree), zip(range(len(tree.tags)), handlers, tree.texts, tree.attributes, strict=True))
    _walk(cut)
    return _without_echoes(cut) if cut.noscripts else cut.blocks


def _walk(cut: _Cut) -> None:
    """Read all nodes from front to back and hand each to what its tag does."""
    pieces = cut.pieces
    for node, handler, text, held in cut.nodes:
        if pieces and node >= cut.block_end:
            cut.flush()
        if text:
            # White space between blocks opens none.
            if not pieces and text.isspace():
                continue
            if not pieces:
                cut.block_end = cut.border(node)
            pieces.append((text, node, cut.link if node < cut.link_end else -1, node < cut.hidden_end))
            continue
        if held and ("hidden" in held or "style" in held) and node >= cut.hidden_end and _hides(held):
            cut.hidden_end = cut.tree.ends[node]
        # A block that starts where none is open changes nothing.
        if handler is not None and (pieces or handler is not _block):
            handler(cut, node)
    _block(cut, len(cut.tree.tags))


def _hides(attributes: _Attributes) -> bool:
    """Whether an element's own markup keeps its inside from the reader."""
    if "hidden" in attributes:
        return True
    style = (attributes["style"] or "").lower()
    # Most styles say nothing of the kind, and finding that out needs no pattern.
    return ("none" in style or "hidden" in style) and _HIDING.search(style) is not None


def _without_echoes(cut: _Cut) -> list[Block]:
    """Drop `<noscript>` blocks whose words stand on the page anyway: they are for browsers that fail to show those."""
    inside = {node for noscript in cut.noscripts for node in range(noscript, cut.tree.ends[noscript])}
    shown = {block.text for block in cut.blocks if block.node not in inside}
    return [block for block in cut.blocks if block.node not in inside or block.text not in shown]
