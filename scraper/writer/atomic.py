"""Files that are there whole or not at all."""

import os
import secrets
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from scraper.errors import OutputError
from scraper.writer.border import naming


class AtomicFile:
    """A file that takes its place when everything was written; until then, and on any error, the old one stays.

    The bytes go to a hidden file in the same folder, are forced to disk, and the file is renamed (POSIX `rename`
    replaces in one step). Use it as a context manager; `write` as on any file. Raises OutputError.
    """

    def __init__(self, path: Path) -> None:
        if path.is_dir():
            raise OutputError(f"cannot write {path}: it is a folder")
        # A link is kept, and what it leads to is replaced.
        self._target = path.resolve()
        self._temporary = self._target.with_name(f".{self._target.name[:100]}.{secrets.token_hex(6)}.part")
        self._file: BinaryIO | None = None

    def write(self, data: bytes) -> int:
        """Append bytes and return how many."""
        with naming(str(self._target)):
            return self._opened().write(data)

    def flush(self) -> None:
        """Hand the bytes to the system."""
        with naming(str(self._target)):
            self._opened().flush()

    def __enter__(self) -> Self:
        """Open the hidden file and return this one."""
        # An interrupt may come at any moment, also right behind the opening, when no block is entered yet.
        try:
            with naming(str(self._target)):
                self._file = self._temporary.open("xb")
        finally:
            if self._file is None:
                with suppress(OSError):
                    self._temporary.unlink(missing_ok=True)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Put the file in its place, or remove it when the block ended with an error or an interrupt."""
        with naming(str(self._target)):
            try:
                if kind is None:
                    self._settle()
            finally:
                self._discard()

    def _opened(self) -> BinaryIO:
        """Return the hidden file; ValueError outside of the block, as for any closed file."""
        if self._file is None:
            raise ValueError("write to the file inside its with block")
        return self._file

    def _settle(self) -> None:
        """Force the bytes to disk, take over the rights of the old file, and rename."""
        file = self._opened()
        file.flush()
        os.fsync(file.fileno())
        if self._target.is_file():
            self._temporary.chmod(self._target.stat().st_mode & 0o7777)
        self._temporary.replace(self._target)

    def _discard(self) -> None:
        """Close the hidden file and remove it where it is still there."""
        try:
            self._opened().close()
        finally:
            self._temporary.unlink(missing_ok=True)
