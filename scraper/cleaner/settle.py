"""The pieces between two block borders become blocks: lines put together, double breaks cut, white space folded."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from scraper.cleaner.kinds import is_link_list
from scraper.cleaner.places import Places
from scraper.model.segment import Block, Kind
from scraper.model.tree import Tree

Piece = tuple[str, int, int, bool]
"""A text node of the open block, or a mark between text nodes.

Its characters as they stand in the markup; its index in the tree (-1 for a mark); the `<a>` it stands in (-1 for none);
whether the markup hides it. A plain tuple, because a page has thousands.
"""

BREAK: Piece = ("\n", -1, -1, False)
"""A line break."""
TAB: Piece = ("\t", -1, -1, False)
"""The border of two cells of a plain table row."""
SPACE: Piece = (" ", -1, -1, False)
"""A space between two links."""

_SPACES = re.compile(r"\s+")
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff \t\n\r\f\v\u00a0"
# Elements that change how letters look, and never part a word.
_FORMATTING = frozenset("b big code em font i ins mark s small strike strong sub sup tt u wbr".split())
# Where words of neighbouring elements meet without a space, a capital behind one of these starts something new.
_ENDS = frozenset(
    "abcdefghijklmnopqrstuvwxyzäöüßàáâãåæçèéêëìíîïñòóôõøùúûýšžčćłąęśżźαβγδεζηθικλμνξοπρσςτυφχψω"
    "абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґ.!?…:;)»”0123456789"
)
_NO_BARS = dict.fromkeys(map(ord, "|·•/›»>–-"), " ")
_LONG_LINE = 80
"""Mean characters a line from which single breaks part paragraphs, not the lines of one."""

_LARGE = 1_000_000
"""Characters up to which a text is folded in one piece."""


class Settler:
    """Turns pieces of one page into blocks."""

    def __init__(self, tree: Tree) -> None:
        """Take the page the pieces are of."""
        self._tree, self._places = tree, Places(tree)

    def single(self, piece: Piece) -> Sequence[Block]:
        """Return the block of one text node, none where it shows nothing: the common case, kept short."""
        text, node, link, hidden = piece
        words = _squeezed(text)
        if _is_invisible(words):
            return ()
        parent = self._tree.parents[node]
        path, kind = self._places.place(parent)
        links, link_chars = (0, 0) if link < 0 else (1, len(words) - words.count(" "))
        return (Block(words, kind, parent, path, hidden, links, link_chars, (node,)),)

    def settle(self, pieces: Sequence[Piece], *, preformatted: bool) -> Sequence[Block]:
        """Return the blocks that the pieces between two borders make, in page order; none for white space."""
        if preformatted:
            return [block for part in _by_sight(pieces) for block in self._block(part, _lines(part))]
        paragraphs = [paragraph for part in _by_sight(pieces) for paragraph in _paragraphs(part)]
        return [block for paragraph in paragraphs for block in self._block(paragraph, self._folded(paragraph))]

    def _block(self, pieces: Sequence[Piece], text: str) -> Sequence[Block]:
        """Return the one block that the pieces make, or none where they show nothing."""
        inked = [piece for piece in pieces if not piece[0].isspace()]
        if not text.isascii():
            inked = [piece for piece in inked if not _is_invisible(piece[0].strip())]
        if not inked:
            return ()
        node = self._smallest(inked[0][1], inked[-1][1])
        linked = [piece for piece in inked if piece[2] >= 0]
        links, link_chars = len({piece[2] for piece in linked}), sum([_ink(piece[0]) for piece in linked])
        path, kind = self._places.place(node)
        if "\t" in text and TAB in pieces:
            kind = Kind.TABLE_ROW
        if links > 1 and is_link_list(kind, links, link_chars, _ink(text.translate(_NO_BARS))):
            kind = Kind.LINK_LIST
        texts = tuple([piece[1] for piece in inked])
        return (Block(text, kind, node, path, inked[0][3], links, link_chars, texts),)

    def _folded(self, pieces: Sequence[Piece]) -> str:
        """Return the words of the pieces with white space folded; breaks and cell borders stay."""
        if BREAK not in pieces and TAB not in pieces:
            return _squeezed("".join(self._parted(pieces)))
        inline: list[Piece] = [
            (_SPACES.sub(" ", text) if node >= 0 else text, node, link, hidden) for text, node, link, hidden in pieces
        ]
        text = "".join(self._parted(inline))
        lines = ("\t".join([" ".join(cell.split()) for cell in line.split("\t")]) for line in text.split("\n"))
        return "\n".join(line.strip("\t") for line in lines if line.strip())

    def _parted(self, pieces: Sequence[Piece]) -> list[str]:
        """Return the texts, with a space where two neighbours show by their letters that a style sheet parts them."""
        parted: list[str] = []
        before, last = " ", -1
        for text, node, *_ in pieces:
            if text[:1].isupper() and before[-1:] in _ENDS and len(before) > 1 and len(text) > 1:
                parted += " " if self._apart(last, node) else ""
            parted.append(text)
            before, last = text, node
        return parted

    def _apart(self, left: int, right: int) -> bool:
        """Whether one of two texts stands in an element that the other does not, and that does more than format."""
        tree = self._tree
        one, other = tree.parents[left], tree.parents[right]
        alone = [parent for parent, text in ((one, right), (other, left)) if not parent < text < tree.ends[parent]]
        return any(tree.tags[parent] not in _FORMATTING for parent in alone)

    def _smallest(self, first: int, last: int) -> int:
        """Return the smallest element around both text nodes."""
        node = self._tree.parents[first]
        while self._tree.ends[node] <= last:
            node = self._tree.parents[node]
        return node


def _squeezed(text: str) -> str:
    """Return a text with its white space folded."""
    if len(text) <= _LARGE:
        return " ".join(text.split())
    # The words of a large text, as a list, take ten times its memory.
    return " ".join([words for part in _parts(text) if (words := " ".join(part.split()))])


def _parts(text: str) -> Iterator[str]:
    """Yield a large text in parts of about `_LARGE` characters that end at white space."""
    at = 0
    while at < len(text):
        space = _SPACES.search(text, at + _LARGE)
        end = space.start() if space else len(text)
        yield text[at:end]
        at = end


def _is_blank(text: str) -> bool:
    """Whether a text shows nothing."""
    return _is_invisible(text.strip())


def _is_invisible(stripped: str) -> bool:
    """Whether a text without white space around it shows nothing."""
    return not stripped or (stripped[0] in _INVISIBLE and not stripped.strip(_INVISIBLE))


def _ink(text: str) -> int:
    """Return the number of characters that are no white space."""
    words = _squeezed(text)
    return len(words) - words.count(" ")


def _by_sight(pieces: Sequence[Piece]) -> Sequence[Sequence[Piece]]:
    """Return what a reader sees, then what the markup hides in between; marks stay with what is seen."""
    hidden = [piece for piece in pieces if piece[3]]
    if not hidden:
        return (pieces,)
    seen = [piece for piece in pieces if not piece[3]]
    if all(node < 0 for _, node, _, _ in seen):
        return (pieces,)
    first = pieces.index(hidden[0])
    return seen, [piece if piece[3] or piece[1] < 0 else SPACE for piece in pieces[first:]]


def _paragraphs(pieces: Sequence[Piece]) -> Iterable[Sequence[Piece]]:
    """Return the paragraphs: parted by double breaks, or by single ones where lines are as long as paragraphs."""
    return _at_breaks(pieces) if BREAK in pieces else (pieces,)


def _at_breaks(pieces: Sequence[Piece]) -> Iterator[Sequence[Piece]]:
    """Yield the paragraphs of pieces with breaks among them."""
    for part in _at_double_breaks(pieces):
        lines = [list(line) for is_break, line in groupby(part, BREAK.__eq__) if not is_break]
        if sum(len("".join([text for text, *_ in line]).strip()) for line in lines) >= _LONG_LINE * len(lines):
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
        elif not _is_blank(piece[0]):
            if breaks > 1:
                yield part
                part = []
            breaks = 0
        part.append(piece)
    yield part


def _lines(pieces: Sequence[Piece]) -> str:
    """Return preformatted text: its lines as they stand, blank ones around it left out."""
    lines = [line.rstrip() for line in "".join([text for text, _, _, _ in pieces]).splitlines()]
    return "\n".join(lines).strip("\n")
