"""Lines of JSON become rows of Parquet."""

import io
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Any, Final, cast

from scraper.storage.parquet import Columns, Shape
from scraper.writer.columns import as_values
from scraper.writer.record import decode

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

_GROUP: Final = 32 << 20
"""Bytes of JSON that make a group of rows: what is held in memory."""


@contextmanager
def open_table(target: IO[bytes], shapes: Mapping[str, Shape]) -> Iterator["Table"]:
    """Yield what takes lines; the table is whole when the block ends without an error."""
    table = Table(target, shapes)
    is_whole = False
    try:
        yield table
        table.close()
        is_whole = True
    finally:
        if not is_whole:
            table.abandon()


class Table:
    """Takes lines of JSON, one record each, and writes them as rows of Parquet."""

    def __init__(self, target: IO[bytes], shapes: Mapping[str, Shape]) -> None:
        self._target = _Appended(target)
        self._columns = Columns(cast("IO[bytes]", self._target), shapes)
        self._shapes = shapes
        self._rows: list[dict[str, Any]] = []
        self._size = 0

    def write(self, data: bytes) -> int:
        """Add lines, and return how many bytes they were."""
        for line in data.splitlines():
            self._rows.append(as_values(decode(line), self._shapes))
        self._size += len(data)
        if self._size >= _GROUP:
            self._group()
        return len(data)

    def close(self) -> None:
        """Write what is left, and the foot."""
        self._group()
        self._columns.close()

    def abandon(self) -> None:
        """Write nothing more: what is there stays without a foot."""
        self._target.is_open = False
        self._columns.close()

    def _group(self) -> None:
        if self._rows:
            self._columns.write(self._rows)
        self._rows, self._size = [], 0


class _Appended(io.RawIOBase):
    """A file that can only be appended to, as pyarrow wants it."""

    def __init__(self, target: IO[bytes]) -> None:
        self._target = target
        self._size = 0
        self.is_open = True

    def writable(self) -> bool:
        """Return true."""
        return True

    def write(self, data: "ReadableBuffer") -> int:
        """Append bytes and return how many."""
        plain = bytes(data)
        if self.is_open:
            self._target.write(plain)
        self._size += len(plain)
        return len(plain)

    def tell(self) -> int:
        """Return how many bytes were written."""
        return self._size
