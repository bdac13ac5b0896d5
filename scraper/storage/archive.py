"""Packed files, told by the end of their names: `.gz` and `.zst`; read and written piece by piece."""

import gzip
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import IO, TYPE_CHECKING, BinaryIO, Final, cast

from scraper.errors import AnswerError
from scraper.storage.inflate.zstd import Zstd, zstd_writer

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

ENDINGS: Final = (".gz", ".zst")
"""What the names of packed files end with, in lower case."""

FAULTS: Final = (OSError, EOFError, zlib.error)
"""What reading may raise: the system's errors (`gzip.BadGzipFile` is one), a cut-off or garbled archive."""

_WINDOW: Final = 1 << 27
_STEP: Final = 1 << 16


def bare_name(name: str) -> str:
    """Return a file's name in lower case without the ending of its packing."""
    lower = name.lower()
    return next((lower.removesuffix(ending) for ending in ENDINGS if lower.endswith(ending)), lower)


def unpacked(stream: BinaryIO, name: str) -> BinaryIO:
    """Return a stream of what is inside a file of that name; closing it closes the file. Reading raises `FAULTS`."""
    lower = name.lower()
    if lower.endswith(".gz"):
        return cast("BinaryIO", _Gzip(stream))
    if lower.endswith(".zst"):
        return cast("BinaryIO", io.BufferedReader(_Unzstd(stream), _STEP))
    return stream


@contextmanager
def packed(target: IO[bytes], name: str) -> Iterator[IO[bytes]]:
    """Yield what to write to for a file of that name: itself, or an archive inside it.

    Archives hold neither names nor times, so that the same content gives the same bytes.
    """
    lower = name.lower()
    if lower.endswith(".gz"):
        with gzip.GzipFile(filename="", mode="wb", fileobj=target, mtime=0) as archive:
            yield cast("IO[bytes]", archive)
    elif lower.endswith(".zst"):
        with zstd_writer(target) as archive:
            yield archive
    else:
        yield target


class _Gzip(gzip.GzipFile):
    """An archive that closes the file it is in."""

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__(fileobj=stream, mode="rb")
        self._inner = stream

    def close(self) -> None:
        """Close the archive and its file."""
        super().close()
        self._inner.close()


class _Unzstd(io.RawIOBase):
    """What is inside a zstd file; EOFError where it is cut off, OSError where it is damaged."""

    def __init__(self, stream: BinaryIO) -> None:
        # Files may claim the window that the format's own program allows; pages from the network may not.
        self._frames = Zstd(_WINDOW)
        self._stream = stream
        self._pieces = self._inflated()
        self._left = memoryview(b"")

    def readable(self) -> bool:
        """Return true."""
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        """Fill a buffer with the next bytes and return how many; 0 at the end."""
        try:
            while not self._left:
                self._left = memoryview(next(self._pieces))
        except StopIteration:
            return 0
        except AnswerError as fault:
            raise OSError(str(fault)) from fault
        room = memoryview(buffer)
        size = min(len(room), len(self._left))
        room[:size], self._left = self._left[:size], self._left[size:]
        return size

    def close(self) -> None:
        """Close the file too."""
        super().close()
        self._stream.close()

    def _inflated(self) -> Iterator[bytes]:
        for data in iter(partial(self._stream.read, _STEP), b""):
            yield from self._frames.feed(data)
        if not self._frames.complete:
            raise EOFError("Compressed file ended before the end-of-stream marker was reached")


def explain(fault: BaseException) -> str:
    """Return one line that says what went wrong, without the path (the caller names it)."""
    if isinstance(fault, gzip.BadGzipFile | EOFError | zlib.error):
        return f"the archive is damaged ({fault})"
    if isinstance(fault, OSError) and fault.strerror:
        return fault.strerror
    return str(fault)
