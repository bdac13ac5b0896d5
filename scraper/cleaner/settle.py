"""The pieces between two block borders become blocks: lines put together, double breaks cut, white space folded."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from scraper.cleaner.kinds import is_link_list, kind_of
from scraper.cleaner.layout import Layout
from scraper.cleaner.paths import Paths
from scraper.model.segment import Block, Kind
from scraper.model.tree import Tree

BREAK = -1
"""A line break among the pieces; other pieces are indices of text nodes."""
TAB = -2
"""The border of two cells of a plain table row."""
SPACE = -3
"""A space between two links."""

_MARKS = {BREAK: "\n", TAB: "\t", SPACE: " "}
_SPACES = re.compile(r"\s+")
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_LONG_LINE = 80
"""Mean characters a line from which single breaks part paragraphs, not the lines of one."""


class Settler:
    """Turns pieces of one page into blocks."""

    def __init__(self, tree: Tree, layout: Layout, paths: Paths) -> None:
        """Take what is known of the page's nodes."""
        self._tree, self._layout, self._paths = tree, layout, paths

    def settle(self, pieces: Sequence[int]) -> Iterator[Block]:
        """Yield the blocks that the pieces between two borders make, in page order; none for white space."""
        if len(pieces) == 1:
            yield from self._alone(pieces[0])
            return
        shown, hidden = self._by_sight(pieces)
        for part in (shown, hidden):
            for lines in self._paragraphs(part):
                yield from self._block(lines)

    def _alone(self, piece: int) -> Iterator[Block]:
        """Yield the block of a single piece: the common case, kept short."""
        if not self._is_blank(piece):
            yield from self._block([piece])

    def _by_sight(self, pieces: Sequence[int]) -> tuple[list[int], list[int]]:
        """Part what a reader sees from what the markup hides in between; marks stay with what is seen."""
        hidden, parents = self._layout.hidden, self._tree.parents
        unseen = [piece for piece in pieces if piece >= 0 and hidden[parents[piece]]]
        if not unseen:
            return list(pieces), []
        seen = [piece for piece in pieces if piece < 0 or not hidden[parents[piece]]]
        return (seen, unseen) if any(piece >= 0 for piece in seen) else ([], list(pieces))

    def _paragraphs(self, pieces: list[int]) -> Iterator[list[int]]:
        """Cut at double breaks, and at single ones where the lines between are as long as paragraphs."""
        if BREAK not in pieces:
            yield pieces
            return
        for part in _at_double_breaks(pieces, self._is_blank):
            lines = [list(line) for mark, line in groupby(part, BREAK.__eq__) if not mark]
            if sum(map(self._length, lines)) >= _LONG_LINE * len(lines):
                yield from lines
            else:
                yield part

    def _is_blank(self, piece: int) -> bool:
        """Whether a piece shows nothing."""
        return piece == SPACE or (piece >= 0 and not self._tree.texts[piece].strip().strip(_INVISIBLE))

    def _length(self, line: list[int]) -> int:
        """Characters of a line, white space at its ends left out."""
        return len("".join(self._tree.texts[piece] for piece in line if piece >= 0).strip())

    def _block(self, pieces: list[int]) -> Iterator[Block]:
        """Yield the one block that the pieces make, or none where they are blank."""
        inked = [piece for piece in pieces if piece >= 0 and not self._is_blank(piece)]
        if not inked:
            return
        node = self._smallest(inked[0], inked[-1])
        block = self._measured(self._text(pieces, node), node, inked)
        if TAB in pieces and "\t" in block.text:
            block = replace(block, kind=Kind.TABLE_ROW)
        yield block

    def _smallest(self, first: int, last: int) -> int:
        """Return the smallest element around both text nodes."""
        node = self._tree.parents[first]
        while self._tree.ends[node] <= last:
            node = self._tree.parents[node]
        return node

    def _measured(self, text: str, node: int, inked: list[int]) -> Block:
        """Count links and put the block together."""
        links, counted = set(), 0
        for piece in inked:
            link = self._layout.links[self._tree.parents[piece]]
            if link >= 0:
                links.add(link)
                counted += sum(map(len, self._tree.texts[piece].split()))
        kind = kind_of(self._tree, node)
        if is_link_list(kind, len(links), counted, len(text)):
            kind = Kind.LINK_LIST
        hidden = self._layout.hidden[self._tree.parents[inked[0]]]
        return Block(text, kind, node, self._paths.path(node), hidden, len(links), counted)

    def _text(self, pieces: list[int], node: int) -> str:
        """Return the words of the pieces, white space folded unless the page counts it."""
        texts = self._tree.texts
        text = "".join(texts[piece] if piece >= 0 else _MARKS[piece] for piece in pieces)
        if self._layout.preformatted[node]:
            return "\n".join(line.rstrip() for line in text.strip("\r\n").splitlines()).strip("\n")
        if BREAK not in pieces and TAB not in pieces:
            return " ".join(text.split())
        folded = "".join(_SPACES.sub(" ", texts[piece]) if piece >= 0 else _MARKS[piece] for piece in pieces)
        lines = ("\t".join(" ".join(cell.split()) for cell in line.split("\t")) for line in folded.split("\n"))
        return "\n".join(line.strip("\t") for line in lines if line.strip())


def _at_double_breaks(pieces: list[int], is_blank: Callable[[int], bool]) -> Iterator[list[int]]:
    """Yield the runs of pieces between breaks that follow each other with nothing shown between."""
    part: list[int] = []
    breaks = 0
    for piece in pieces:
        if piece == BREAK:
            breaks += 1
        elif not is_blank(piece):
            if breaks > 1:
                yield part
                part = []
            breaks = 0
        part.append(piece)
    yield part
