"""Files that are appended to and survive: every step that touches the disk, and nothing that decides."""

import os
from contextlib import suppress
from pathlib import Path

from scraper.errors import OutputError
from scraper.writer.border import naming


class OpenFile:
    """A file that grows at its end; `offset` is how much of it is delivered."""

    def __init__(self, path: Path, handle: int, offset: int) -> None:
        self.path = path
        self.offset = offset
        self._handle = handle

    def append(self, data: bytes) -> None:
        """Write behind the offset, force it to disk and move the offset; on an error the file is cut back to it.

        Raises DiskFullError, OutputError.
        """
        try:
            with naming(str(self.path)):
                _write_at(self._handle, data, self.offset)
                os.fsync(self._handle)
        except OutputError:
            # Room is given back at once; where this fails too, the next start cuts.
            with suppress(OSError):
                os.ftruncate(self._handle, self.offset)
            raise
        self.offset += len(data)

    def close(self) -> None:
        """Give the file back to the system; everything in it is on disk already."""
        os.close(self._handle)


def create(path: Path) -> OpenFile:
    """Make a new empty file, its name on disk; OutputError when the name is taken."""
    with naming(str(path)):
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o644)
        sync_folder(path.parent)
    return OpenFile(path, handle, 0)


def reopen(path: Path, offset: int) -> OpenFile:
    """Open a file that exists and cut off what stands behind the offset.

    Raises OutputError when it is shorter: bytes that were delivered are gone.
    """
    with naming(str(path)):
        handle = os.open(path, os.O_WRONLY | os.O_CLOEXEC)
        size = os.fstat(handle).st_size
        if size > offset:
            os.ftruncate(handle, offset)
            os.fsync(handle)
    if size < offset:
        os.close(handle)
        raise OutputError(
            f"{path} has {size} bytes, but {offset} were delivered to it: put the whole file back,"
            " or crawl once with --abandon-output to go on in a new one"
        )
    return OpenFile(path, handle, offset)


def rename(old: Path, new: Path) -> None:
    """Give a closed file its name, on disk too; OutputError when another file has it."""
    if new.exists():
        raise OutputError(f"cannot close {old}: there is a file {new} already; move one of them away")
    with naming(str(new)):
        old.rename(new)
        sync_folder(new.parent)


def sync_folder(folder: Path) -> None:
    """Force the names in a folder to disk."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _write_at(handle: int, data: bytes, offset: int) -> None:
    """Write all of the data at an offset; the system may take it in pieces."""
    view = memoryview(data)
    while view:
        written = os.pwrite(handle, view, offset)
        view, offset = view[written:], offset + written
