"""Files that are there whole or not at all."""

import os
import secrets
from pathlib import Path
from types import TracebackType
from typing import Self

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
        with naming(str(path)):
            self._file = self._temporary.open("xb")

    def write(self, data: bytes) -> int:
        """Append bytes and return how many."""
        with naming(str(self._target)):
            return self._file.write(data)

    def flush(self) -> None:
        """Hand the bytes to the system."""
        with naming(str(self._target)):
            self._file.flush()

    def __enter__(self) -> Self:
        """Return the file itself."""
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

    def _settle(self) -> None:
        """Force the bytes to disk, take over the rights of the old file, and rename."""
        self._file.flush()
        os.fsync(self._file.fileno())
        if self._target.is_file():
            self._temporary.chmod(self._target.stat().st_mode & 0o7777)
        self._temporary.replace(self._target)

    def _discard(self) -> None:
        """Close the hidden file and remove it where it is still there."""
        try:
            self._file.close()
        finally:
            self._temporary.unlink(missing_ok=True)
