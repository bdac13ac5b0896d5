"""Reading records back: JSONL (packed or not) and Parquet, files, folders, patterns, remote stores."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Final

from scraper.errors import InputError
from scraper.model.document import Document, Skipped
from scraper.reader import STDIN, Input, Unreadable, find, open_input, suffix_of
from scraper.storage.archive import FAULTS, explain
from scraper.storage.parquet import read_rows
from scraper.writer.columns import as_row
from scraper.writer.record import decode, revive

_LINES: Final = frozenset({".jsonl", ".ndjson"})
_TABLE: Final = ".parquet"
_TABLE_MARK: Final = b"PAR1"
_SUFFIXES: Final = _LINES | {_TABLE}


@dataclass(frozen=True, slots=True)
class Stored:
    """One record as it was found."""

    place: str
    """File and number of the line or row, counted from 1."""
    row: Mapping[str, Any]
    """Its fields."""

    def record(self) -> Document | Skipped:
        """Return it whole. Raises InputError where fields are missing or of another sort."""
        try:
            return revive(self.row)
        except InputError as fault:
            raise InputError(f"{self.place}: {fault}") from fault


def stored(paths: Sequence[str], stdin: BinaryIO) -> Iterator[Stored | Unreadable]:
    """Yield the records of files, in the order given; what cannot be read is named and the rest still comes.

    In a folder of shards only those count that are finished. Raises MissingExtraError, UsageError.
    """
    for place in find(paths, _SUFFIXES):
        if isinstance(place, Unreadable):
            yield place
        elif _is_finished(place):
            yield from _guarded(place, stdin)


def _is_finished(place: Input) -> bool:
    """Say whether a file counts: what lies in a hidden folder is half a shard."""
    above = Path(place.place).parent.name
    return not (above.startswith(".") and above.endswith(".part"))


def _guarded(place: Input, stdin: BinaryIO) -> Iterator[Stored | Unreadable]:
    """Yield the records of one file, and last what ended it early."""
    try:
        if place.place == STDIN:
            yield from _lines(stdin, place.source)
            return
        with open_input(place) as stream:
            yield from (_rows if _is_table(stream, place.place) else _lines)(stream, place.source)
    except FAULTS as fault:
        yield Unreadable(place.source, explain(fault))


def _is_table(stream: BinaryIO, place: str) -> bool:
    """Say whether a file is Parquet, by its name or, since `-o FILE` takes any name, by its first bytes."""
    if suffix_of(place) == _TABLE:
        return True
    if not stream.seekable():
        return False
    begins = stream.read(len(_TABLE_MARK))
    stream.seek(0)
    return begins == _TABLE_MARK


def _lines(stream: BinaryIO, source: str) -> Iterator[Stored | Unreadable]:
    """Yield the records of lines; one that is none costs itself."""
    for number, line in enumerate(stream, start=1):
        if line.strip():
            try:
                yield Stored(f"{source}#{number}", decode(line))
            except InputError as fault:
                yield Unreadable(f"{source}#{number}", str(fault))


def _rows(stream: BinaryIO, source: str) -> Iterator[Stored]:
    """Yield the records of rows."""
    for number, row in enumerate(read_rows(stream), start=1):
        yield Stored(f"{source}#{number}", as_row(row))
