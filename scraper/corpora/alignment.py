"""Where a text stands among the segments of a record, when the two cut the page differently.

All segments' characters stand behind one another, white space and invisible characters left out, and every character
knows its segment. Texts are looked for in page order: from where the last one ended, and anywhere when they are not
there, since a record may put a block in another place than the gold does.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

_SPACE = re.compile(r"[\s\u200b\u200c\u200d\u2060\ufeff\u00ad]+")

_LONG = 400
"""Characters above which a text is looked for in pieces, so that one differing character does not lose it all."""
_PIECE = 200
_FAR = 20_000
"""Characters ahead at which a short find is more likely another copy of the same words …"""
_SHORT = 12
_BACK = 4_000
"""… so that it is looked for this many characters further back first."""
_HALVED = 30
"""Characters above which a piece that is nowhere is looked for by its halves (an entity or dash may differ)."""


def squeezed(text: str) -> str:
    """Return a text without white space and invisible characters."""
    return _SPACE.sub("", text)


class Stream:
    """The characters of a record's segments, and the place where the last search ended."""

    def __init__(self, texts: Sequence[str]) -> None:
        pieces = [squeezed(text) for text in texts]
        self._text = "".join(pieces)
        self._owners = [index for index, piece in enumerate(pieces) for _ in piece]
        self._cursor = 0

    def take(self, text: str) -> Counter[int]:
        """Find a squeezed text and return how many of its characters stand in which segment; empty where it is not."""
        found: Counter[int] = Counter()
        for piece in _pieces(text):
            for start, length in self._places(piece):
                found.update(self._owners[start : start + length])
        return found

    def _places(self, piece: str) -> Iterator[tuple[int, int]]:
        """Yield start and length of a piece, or of those of its halves that are there, and move on behind them."""
        start = self._whole(piece)
        if start >= 0:
            yield self._passed(start, len(piece))
        elif len(piece) > _HALVED:
            middle = len(piece) // 2
            for half in (piece[:middle], piece[middle:]):
                start = self._text.find(half, self._cursor)
                if start >= 0:
                    yield self._passed(start, len(half))

    def _whole(self, piece: str) -> int:
        """Return where a piece stands, ahead if possible, or -1."""
        start = self._text.find(piece, self._cursor)
        if 0 <= start <= self._cursor + _FAR or (start >= 0 and len(piece) >= _SHORT):
            return start
        near = self._text.find(piece, max(0, self._cursor - _BACK))
        return near if near >= 0 else self._text.find(piece)

    def _passed(self, start: int, length: int) -> tuple[int, int]:
        """Move behind a find and return it."""
        self._cursor = start + length
        return start, length


def _pieces(text: str) -> Iterator[str]:
    """Yield a text as a whole, or cut in equal pieces when it is long."""
    if len(text) <= _LONG:
        yield text
    else:
        yield from (text[start : start + _PIECE] for start in range(0, len(text), _PIECE))
