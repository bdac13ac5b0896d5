"""Where records go: an atomic file, a device, or standard output."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, BinaryIO, Protocol, cast

from scraper.model.document import Document, Skipped
from scraper.storage.archive import packed
from scraper.writer.atomic import AtomicFile
from scraper.writer.border import naming
from scraper.writer.formats import Format
from scraper.writer.table import open_table


class _Writable(Protocol):
    """Anything bytes can be written to."""

    def write(self, data: bytes, /) -> int:
        """Append bytes and return how many."""


class _Stream:
    """An open stream whose errors name the place."""

    def __init__(self, stream: BinaryIO, place: str) -> None:
        self._stream = stream
        self._place = place

    def write(self, data: bytes) -> int:
        """Append bytes and return how many."""
        with naming(self._place):
            return self._stream.write(data)

    def flush(self) -> None:
        """Hand everything on; this is where a full disk or a closed pipe often shows first."""
        with naming(self._place):
            self._stream.flush()


class Sink:
    """Takes records one at a time and writes them in one format."""

    def __init__(self, target: _Writable, form: Format) -> None:
        self._target = target
        self._form = form
        self._begun = False

    def write(self, record: Document | Skipped) -> None:
        """Write one record; OutputError names the place when it cannot be written to."""
        self.put(self._form.render(record))

    def put(self, text: str) -> None:
        """Write what the format made of a record; nothing for an empty text. Raises OutputError."""
        if not text:
            return
        before = self._form.between if self._begun else ""
        self._begun = True
        self._target.write(f"{before}{text}\n".encode())


@contextmanager
def open_sink(path: str | None, form: Format, stdout: BinaryIO) -> Iterator[Sink]:
    """Open the place records go to: a path (packed when it ends in `.gz`), or standard output for None or `-`.

    A file takes its place when the block ends without an error. Devices and pipes are written to directly. Raises
    OutputError; BrokenPipeError passes through, since it means that nobody wants more.
    """
    if path is None or path == "-":
        stream = _Stream(stdout, "standard output")
        with into(cast("IO[bytes]", stream), "-", form) as sink:
            yield sink
        stream.flush()
    elif _is_device(Path(path)):
        with _opened(path) as device, into(cast("IO[bytes]", _Stream(device, path)), path, form) as sink:
            yield sink
    else:
        with AtomicFile(Path(path)) as file, into(cast("IO[bytes]", file), path, form) as sink:
            yield sink


def _is_device(path: Path) -> bool:
    """Say whether a path is something a rename must not replace: `/dev/null`, a named pipe."""
    return path.exists() and not path.is_file() and not path.is_dir()


def _opened(path: str) -> BinaryIO:
    """Open a device or pipe for writing; unbuffered, so that errors show where they can be named."""
    with naming(path):
        return cast("BinaryIO", Path(path).open("wb", buffering=0))


@contextmanager
def into(target: IO[bytes], name: str, form: Format) -> Iterator[Sink]:
    """Yield a sink that writes into a file of that name: as a table, packed, or as it is."""
    if form.columns is not None:
        with open_table(target, form.columns()) as table:
            yield Sink(table, form)
    else:
        with packed(target, name) as archive:
            yield Sink(archive, form)
