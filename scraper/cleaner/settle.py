"""The pieces between two block borders become blocks: lines put together, double breaks cut, white space folded."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from scraper.cleaner.kinds import is_link_list, kind_of
from scraper.cleaner.paths import Paths
from scraper.model.segment import Block, Kind
from scraper.model.tree import Tree


class Piece(NamedTuple):
    """A text node of the open block, or a mark between text nodes."""

    text: str
    """Its characters as they stand in the markup."""
    node: int
    """Its index in the tree, -1 for a mark."""
    link: int
    """The `<a>` it stands in, -1 where it stands in none."""
    hidden: bool
    """Whether the markup hides it."""


BREAK = Piece("\n", -1, -1, hidden=False)
"""A line break."""
TAB = Piece("\t", -1, -1, hidden=False)
"""The border of two cells of a plain table row."""
SPACE = Piece(" ", -1, -1, hidden=False)
"""A space between two links."""

_SPACES = re.compile(r"\s+")
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_LONG_LINE = 80
"""Mean characters a line from which single breaks part paragraphs, not the lines of one."""


class Settler:
    """Turns pieces of one page into blocks."""

    def __init__(self, tree: Tree) -> None:
        """Take the page the pieces are of."""
        self._tree, self._paths = tree, Paths(tree)

    def settle(self, pieces: Sequence[Piece], *, preformatted: bool) -> Iterator[Block]:
        """Yield the blocks that the pieces between two borders make, in page order; none for white space."""
        if preformatted:
            yield from self._block(pieces, _lines("".join(piece.text for piece in pieces)))
            return
        for part in _by_sight(pieces):
            for paragraph in _paragraphs(part):
                yield from self._block(paragraph, _folded(paragraph))

    def _block(self, pieces: Sequence[Piece], text: str) -> Iterator[Block]:
        """Yield the one block that the pieces make, or none where they show nothing."""
        inked = [piece for piece in pieces if piece.node >= 0 and not _is_blank(piece)]
        if not inked:
            return
        node = self._smallest(inked[0].node, inked[-1].node)
        links = {piece.link for piece in inked if piece.link >= 0}
        linked = sum(len("".join(piece.text.split())) for piece in inked if piece.link >= 0) if links else 0
        kind = Kind.TABLE_ROW if TAB in pieces and "\t" in text else kind_of(self._tree, node)
        if is_link_list(kind, len(links), linked, len(text)):
            kind = Kind.LINK_LIST
        yield Block(text, kind, node, self._paths.path(node), inked[0].hidden, len(links), linked)

    def _smallest(self, first: int, last: int) -> int:
        """Return the smallest element around both text nodes."""
        node = self._tree.parents[first]
        while self._tree.ends[node] <= last:
            node = self._tree.parents[node]
        return node


def _is_blank(piece: Piece) -> bool:
    """Whether a piece shows nothing."""
    return not piece.text.strip().strip(_INVISIBLE)


def _by_sight(pieces: Sequence[Piece]) -> Iterator[Sequence[Piece]]:
    """Yield what a reader sees, then what the markup hides in between; marks stay with what is seen."""
    hidden = [piece for piece in pieces if piece.hidden]
    if not hidden:
        yield pieces
        return
    seen = [piece for piece in pieces if not piece.hidden]
    if any(piece.node >= 0 for piece in seen):
        yield seen
        yield hidden
    else:
        yield pieces


def _paragraphs(pieces: Sequence[Piece]) -> Iterator[Sequence[Piece]]:
    """Yield the paragraphs: parted by double breaks, or by single ones where lines are as long as paragraphs."""
    if BREAK not in pieces:
        yield pieces
        return
    for part in _at_double_breaks(pieces):
        lines = [list(line) for is_break, line in groupby(part, BREAK.__eq__) if not is_break]
        if sum(len("".join(piece.text for piece in line).strip()) for line in lines) >= _LONG_LINE * len(lines):
            yield from lines
        else:
            yield part


def _at_double_breaks(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Yield the runs of pieces between breaks that follow each other with nothing shown between."""
    part: list[Piece] = []
    breaks = 0
    for piece in pieces:
        if piece == BREAK:
            breaks += 1
        elif not _is_blank(piece):
            if breaks > 1:
                yield part
                part = []
            breaks = 0
        part.append(piece)
    yield part


def _folded(pieces: Sequence[Piece]) -> str:
    """Return the words of the pieces with white space folded; breaks and cell borders stay."""
    if len(pieces) == 1 or (BREAK not in pieces and TAB not in pieces):
        return " ".join("".join([piece.text for piece in pieces]).split())
    text = "".join(_SPACES.sub(" ", piece.text) if piece.node >= 0 else piece.text for piece in pieces)
    lines = ("\t".join(" ".join(cell.split()) for cell in line.split("\t")) for line in text.split("\n"))
    return "\n".join(line.strip("\t") for line in lines if line.strip())


def _lines(text: str) -> str:
    """Return preformatted text: its lines as they stand, blank ones around it left out."""
    lines = [line.rstrip() for line in text.splitlines()]
    return "\n".join(lines).strip("\n")
