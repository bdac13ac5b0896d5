"""Opening the state file: who may write, how safely, and what is checked before the first use.

The file is SQLite with a write-ahead log: readers (`crawl status`) are never in the writer's way, and a crash at any
moment leaves the state of the last transaction. `synchronous=FULL`: each commit is forced to disk. With the cheaper
`NORMAL` a power cut may take back the last commits, and with them the renaming of a closed file that a reader may
already have taken away: its records would be delivered twice. One commit a group makes the price small.
Source: sqlite.org/wal.html, sqlite.org/pragma.html#pragma_synchronous.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final
from urllib.parse import quote

from scraper.crawler.lock import hold
from scraper.crawler.memory.border import naming
from scraper.crawler.memory.schema import migrate, version_of
from scraper.errors import OutputError, StateError

_CACHE_KIB = 4_096
_WAL_PAGES: Final = 2_000
_WAL_BYTES: Final = 64 * 1024 * 1024


@contextmanager
def open_writing(path: Path) -> Iterator[sqlite3.Connection]:
    """Open the one connection that writes, making or upgrading the file; the lock is held for the block.

    Raises LockedError, StateError, DiskFullError, OutputError.
    """
    _make_folder(path.parent)
    with (
        hold(path.with_name(path.name + ".lock"), f"the state file {path}"),
        _connected(path, mode="rwc") as connection,
    ):
        with naming(path):
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute(f"PRAGMA wal_autocheckpoint = {_WAL_PAGES}")
            connection.execute(f"PRAGMA journal_size_limit = {_WAL_BYTES}")
            migrate(connection, path)
        yield connection


@contextmanager
def open_reading(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a connection that only reads, also while a crawl is writing; StateError when there is no usable file."""
    if not path.is_file():
        raise StateError(f"there is no state file {path}; a first crawl makes it")
    with _connected(path, mode="ro") as connection:
        with naming(path):
            if version_of(connection, path) == 0:
                raise StateError(f"the state file {path} is empty; a first crawl fills it")
        yield connection


@contextmanager
def _connected(path: Path, mode: str) -> Iterator[sqlite3.Connection]:
    """Connect for the block; transactions are begun and ended by hand."""
    with naming(path):
        place = f"file:{quote(str(path.absolute()))}?mode={mode}"
        connection = sqlite3.connect(place, timeout=5.0, isolation_level=None, check_same_thread=False, uri=True)
    with closing(connection):
        with naming(path):
            connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
            connection.execute("PRAGMA temp_store = MEMORY")
            # What is being worked on is forgotten with the process, and so it is due again after a crash.
            connection.execute("CREATE TEMP TABLE leased(id INTEGER PRIMARY KEY)")
        yield connection


def _make_folder(folder: Path) -> None:
    """Make the folder of the state file where it is missing."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise OutputError(f"cannot make the folder {folder}: {fault.strerror}") from fault
