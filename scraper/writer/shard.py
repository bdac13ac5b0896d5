"""A shard of output: a folder that appears at once, whole and with its manifest, or not at all."""

import os
import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final, cast

from scraper.model.document import Document, Skipped
from scraper.writer.border import naming
from scraper.writer.formats import Format
from scraper.writer.manifest import MANIFEST, Manifest, Part, Task, digest
from scraper.writer.names import file_name
from scraper.writer.rendered import Rendered, rendered
from scraper.writer.sink import Sink, into

_HIDDEN: Final = ".part"


@dataclass(frozen=True, slots=True)
class Manner:
    """How shards are written."""

    folder: Path
    """Where they go."""
    form: Format
    """What is made of records."""
    packing: str = ""
    """Ending of the packing: `.gz`, `.zst`, or nothing."""
    part_bytes: int = 256 << 20
    """Size (of records, before packing) from which on the next one goes into a new file."""


@contextmanager
def open_shard(manner: Manner, task: Task) -> Iterator["Shard"]:
    """Yield what takes the records of a task; its folder takes its place when the block ends without an error.

    What an earlier run left half made is removed first, and what it made of other inputs replaced. Raises OutputError.
    """
    hidden = manner.folder / f".{task.name}{_HIDDEN}"
    with naming(str(manner.folder)):
        shutil.rmtree(hidden, ignore_errors=True)
        hidden.mkdir(parents=True)
    shard = Shard(manner, hidden)
    try:
        yield shard
        shard.close()
        with naming(str(hidden)):
            (hidden / MANIFEST).write_bytes(shard.manifest(task).as_bytes())
            _settle(hidden, manner.folder / task.name)
    finally:
        shard.release()
        shutil.rmtree(hidden, ignore_errors=True)


class Shard:
    """Takes records one at a time and writes them into files of bounded size, or each page into its own."""

    def __init__(self, manner: Manner, folder: Path) -> None:
        self._manner = manner
        self._folder = folder
        self._parts: list[Part] = []
        self._open: _Open | None = None
        self._records = 0
        self._skipped: Counter[str] = Counter()
        self._unreadable: list[str] = []

    def write(self, record: Document | Skipped) -> None:
        """Write one record. Raises OutputError."""
        self.put(rendered(self._manner.form.render, record))

    def count(self, one: Rendered) -> None:
        """Count a record that is not written."""
        self._records += 1
        if one.skipped is not None:
            self._skipped[one.skipped.value] += 1

    def put(self, one: Rendered) -> None:
        """Write what the format made of a record; where each page has a file, its address names it."""
        self.count(one)
        if not one.text:
            return
        form = self._manner.form
        own = None if form.is_whole else file_name(len(self._parts) + 1, one.url or one.source, form.ending)
        part = self._part(own)
        part.put(one.text)
        if own or part.size >= self._manner.part_bytes:
            self._end_part()

    def unreadable(self, why: str) -> None:
        """Note that an input could not be read to its end."""
        self._unreadable.append(why)

    def close(self) -> None:
        """End the last file; a shard without records still has one, so that every shard can be loaded."""
        if self._manner.form.is_whole and not self._parts:
            self._part(None)
        self._end_part()

    def release(self) -> None:
        """Give an open file back to the system."""
        if self._open is not None:
            self._open.release()

    def manifest(self, task: Task) -> Manifest:
        """Return what the shard says of itself."""
        return Manifest(task, self._records, dict(self._skipped), tuple(self._unreadable), tuple(self._parts))

    def _part(self, name: str | None) -> "_Open":
        """Return the open file; a new one where none is."""
        if self._open is None:
            form = self._manner.form
            packing = "" if form.columns is not None else self._manner.packing
            name = f"{name or f'part-{len(self._parts):05d}{form.ending}'}{packing}"
            self._open = _Open(self._folder / name, form)
        return self._open

    def _end_part(self) -> None:
        if self._open is not None:
            self._parts.append(self._open.end())
            self._open = None


class _Open:
    """A file of a shard that is being written."""

    def __init__(self, path: Path, form: Format) -> None:
        self._path = path
        self._stack = ExitStack()
        self.size = 0
        self._records = 0
        with naming(str(path)):
            self._file = cast("IO[bytes]", path.open("xb"))
            self._sink: Sink = self._stack.enter_context(into(self._file, path.name, form))

    def put(self, text: str) -> None:
        """Write one record."""
        with naming(str(self._path)):
            self._sink.put(text)
        self.size += len(text)
        self._records += 1

    def end(self) -> Part:
        """Force the file to disk and say what is in it."""
        with naming(str(self._path)):
            self._stack.close()
            self._file.flush()
            os.fsync(self._file.fileno())
            self._file.close()
            return Part(self._path.name, self._path.stat().st_size, digest(self._path), self._records)

    def release(self) -> None:
        """Close the file; what is in it does not count."""
        self._file.close()


def _settle(hidden: Path, place: Path) -> None:
    """Give a finished folder its name; one that is there already goes first."""
    _sync(hidden)
    if place.exists():
        shutil.rmtree(place)
    hidden.rename(place)
    _sync(place.parent)


def _sync(folder: Path) -> None:
    """Force the names in a folder to disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
