"""Records of a run, found by the page they are of, without holding them in memory.

An index keeps 16 bytes a record: a digest of the page's name and where the row begins. A run of ten million records
takes 160 MB for it and nothing else. What is packed is unpacked into a file of its own first, since one cannot jump
about in an archive.
"""

import gzip
import json
import shutil
import tempfile
import zlib
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path
from typing import Any, BinaryIO, Final

import numpy as np

from scraper.errors import InputError

_GZIP: Final = b"\x1f\x8b"
Row = dict[str, Any]

BY: Final = ("url", "source")
"""What a page can be told by."""


def name_of(row: Row, by: str) -> str:
    """Return what a page is called: its address or source, as asked, and the other one where that is missing."""
    other = BY[by == BY[0]]
    return str(row.get(by) or row.get(other) or "")


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """Open a file of rows, unpacked, so that one can jump about in it. Raises InputError."""
    try:
        with path.open("rb") as file:
            if file.read(2) != _GZIP:
                file.seek(0)
                yield file
                return
            file.seek(0)
            with tempfile.TemporaryFile() as unpacked:
                shutil.copyfileobj(gzip.GzipFile(fileobj=file), unpacked)
                unpacked.seek(0)
                yield unpacked
    except (OSError, EOFError, zlib.error) as fault:
        raise InputError(f"cannot read {path}: {getattr(fault, 'strerror', None) or fault}") from fault


def lines(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Yield every row that is not blank with where it begins, in order."""
    at = 0
    file.seek(0)
    for line in file:
        if not line.isspace():
            yield at, line
        at += len(line)


def read_row(line: bytes, path: Path) -> Row:
    """Return the record of a row. Raises InputError where it is none."""
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as fault:
        raise InputError(f"{path} is no run: a row is no JSON: {fault}") from fault
    if not isinstance(row, dict) or not ("segments" in row or "skipped" in row):
        raise InputError(f"{path} is no run: a row is no record of `scraper clean`")
    return row


class Index:
    """Where the record of each page begins."""

    def __init__(self, file: BinaryIO, path: Path, by: str) -> None:
        """Read the whole run once. Raises InputError for a row that is no record."""
        self._file, self._path, self._by = file, path, by
        digests, offsets = array("Q"), array("Q")
        for at, line in lines(file):
            digests.append(_digest(name_of(read_row(line, path), by)))
            offsets.append(at)
        found = np.frombuffer(digests, dtype=np.uint64) if digests else np.empty(0, dtype=np.uint64)
        # A stable sort keeps pages of one name in the order of the run: first is compared with first.
        order = found.argsort(kind="stable")
        self._digests = found[order]
        self._offsets = np.array(offsets, dtype=np.uint64)[order]
        self._taken = np.zeros(len(order), dtype=bool)
        self._begun: dict[int, int] = {}

    def take(self, name: str) -> bytes | None:
        """Return the next row of a page that was not taken yet, None where there is none (left)."""
        wanted = np.uint64(_digest(name))
        first, end = (int(np.searchsorted(self._digests, wanted, side)) for side in ("left", "right"))
        for place in range(self._begun.get(first, first), end):
            if self._taken[place]:
                continue
            line = self._line(int(self._offsets[place]))
            # Two names may have one digest, once in many billions.
            if end - first == 1 or name_of(read_row(line, self._path), self._by) == name:
                self._taken[place] = True
                if end - first > 1:
                    self._move_on(first, end)
                return line
        return None

    def _move_on(self, first: int, end: int) -> None:
        """Remember where the rows of one digest that are not taken begin: a name may have a million rows."""
        place = self._begun.get(first, first)
        while place < end and self._taken[place]:
            place += 1
        self._begun[first] = place

    @property
    def left(self) -> int:
        """How many rows were not taken."""
        return len(self._taken) - int(np.count_nonzero(self._taken))

    def _line(self, at: int) -> bytes:
        """Return the row that begins here."""
        self._file.seek(at)
        return self._file.readline()


def _digest(name: str) -> int:
    """Return 64 bits that stand for a name."""
    return int.from_bytes(blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")
