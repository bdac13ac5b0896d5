"""On which line of a page's markup each of its texts begins, as far as it stands there in so many words.

The parser of the line keeps no positions, and for most pages nobody asks for them. So the markup is read once more by
the standard library's reader, which does, and the texts are looked for in what it found, in page order.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser
from typing import Final

from scraper.corpora.alignment import squeezed

_SILENT: Final = frozenset({"script", "style", "title"})
_BEGINNING: Final = 120
"""Characters of a text that are looked for: what follows may be put together from elsewhere."""


def line_numbers(markup: str, texts: Sequence[str]) -> list[int | None]:
    """Return the line, counted from 1, on which each text begins; None where it does not stand in the markup."""
    reader = _Reader()
    reader.feed(markup)
    reader.close()
    return list(_found(reader, texts))


def _found(reader: "_Reader", texts: Sequence[str]) -> Iterator[int | None]:
    """Yield the line of each text: behind the one before, or else from the top, since tables may be moved about."""
    whole = "".join(reader.pieces)
    cursor = 0
    for text in texts:
        wanted = squeezed(text)[:_BEGINNING]
        at = whole.find(wanted, cursor) if wanted else -1
        at = whole.find(wanted) if at < 0 and wanted else at
        if at < 0:
            yield None
            continue
        cursor = at + len(wanted)
        yield reader.lines[bisect_right(reader.starts, at) - 1]


class _Reader(HTMLParser):
    """Collects what is text, squeezed, with the line of each piece."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.starts: list[int] = []
        self.lines: list[int] = []
        self._length = 0
        self._silent = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 -- the base's name
        """Stop listening where a program, a style sheet or the page's title begins."""
        self._silent = tag in _SILENT

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 -- the base class's name
        """Listen again: none of the silent elements holds others."""
        self._silent = False

    def handle_data(self, data: str) -> None:
        """Keep a text, line by line."""
        first, _ = self.getpos()
        for number, row in enumerate(data.split("\n") if not self._silent else ()):
            if piece := squeezed(row):
                self.pieces.append(piece)
                self.starts.append(self._length)
                self.lines.append(first + number)
                self._length += len(piece)
