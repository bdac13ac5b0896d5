"""The border where SQLite's errors become this package's own."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from scraper.errors import DiskFullError, LockedError, OutputError, ScraperError, StateError

# SQLite keeps ENOSPC apart; quota (EDQUOT) and size limit (EFBIG) reach it as a write that failed.
_FULL: Final = frozenset({"SQLITE_FULL", "SQLITE_IOERR_WRITE", "SQLITE_IOERR_SHMSIZE", "SQLITE_IOERR_TRUNCATE"})
_DAMAGED: Final = frozenset({"SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_FORMAT", "SQLITE_IOERR_SHORT_READ"})
_BUSY: Final = frozenset({"SQLITE_BUSY", "SQLITE_LOCKED"})


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Turn an error of SQLite in the block into one of this package's that names the state file."""
    try:
        yield
    except sqlite3.Error as fault:
        raise _translated(fault, path) from fault


def _translated(fault: sqlite3.Error, path: Path) -> ScraperError:
    """Return the error of this package for one of SQLite's."""
    name = getattr(fault, "sqlite_errorname", None) or ""
    if name in _FULL:
        return DiskFullError(f"no room for the state file {path} (disk, quota or size limit): {fault}")
    if _begins(name, _DAMAGED):
        return StateError(
            f"the state file {path} is damaged ({fault}); restore it from a copy, or move it away together with the"
            " output written so far and start anew"
        )
    if _begins(name, _BUSY):
        return LockedError(f"the state file {path} is in use by another program: {fault}")
    return OutputError(f"cannot use the state file {path}: {fault}")


def _begins(name: str, families: frozenset[str]) -> bool:
    """Say whether an error's name is one of these or a finer kind of one."""
    return any(name == family or name.startswith(family + "_") for family in families)
