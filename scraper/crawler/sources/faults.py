"""What is wrong with a sources file: everything at once, each fault with its line and field."""

from collections.abc import Callable, Collection, Mapping
from difflib import get_close_matches
from pathlib import Path

from scraper.crawler.sources.lines import FieldPath
from scraper.errors import SourcesError

Complain = Callable[..., None]
"""Takes what is wrong with a value in words, and for a value within an array its number."""


class Faults:
    """The faults of one file, in the order of its lines."""

    def __init__(self, path: Path, lines: Mapping[FieldPath, int]) -> None:
        """Start without any; `lines` says where the file's fields stand."""
        self._path = path
        self._lines = lines
        self._found: list[tuple[int, str]] = []

    def __len__(self) -> int:
        """Return how many were found so far."""
        return len(self._found)

    def add(self, field: FieldPath, words: str) -> None:
        """Add a fault of a field, or of the table or file it is missing from."""
        self._found.append((self._line(field), f"{shown(field)}: {words}"))

    def at(self, field: FieldPath) -> Complain:
        """Return what a reader of a field's value complains to."""

        def _complain(words: str, *inside: int) -> None:
            self.add((*field, *inside), words)

        return _complain

    def check(self) -> None:
        """Raise SourcesError with all faults, one line each, if there are any."""
        found = sorted(self._found, key=lambda fault: fault[0])
        if found:
            raise SourcesError("\n".join(f"{self._path}:{line}: {words}" for line, words in found))

    def _line(self, field: FieldPath) -> int:
        """Return the line of a field, or of the innermost table around it that has one."""
        while field and field not in self._lines:
            field = field[:-1]
        return self._lines.get(field, 1)


def shown(field: FieldPath) -> str:
    """Return a field as messages show it: `source[2].include[1]`, counted from one."""
    text = ""
    for part in field:
        text += f"[{part + 1}]" if isinstance(part, int) else f"{'.' if text else ''}{part}"
    return text


def near(word: str, words: Collection[str]) -> str:
    """Return a hint at the words that are spelled nearly so, empty where there is none."""
    by_folded = {name.casefold(): name for name in words}
    found = get_close_matches(word.casefold(), by_folded, n=1, cutoff=0.6)
    return f"; did you mean {by_folded[found[0]]!r}?" if found else ""
