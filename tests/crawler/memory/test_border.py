"""Errors of SQLite in this package's own words."""

import sqlite3
from pathlib import Path

import pytest

from scraper.crawler.memory.border import naming
from scraper.errors import DiskFullError, LockedError, OutputError, StateError
from tests.crawler.memory.visits import candidate, found, memory_in


def take_all(folder: Path) -> None:
    with memory_in(folder) as memory:
        memory.take(1e9, 5000, per_host=5000)


@pytest.mark.parametrize("content", [b"no database at all" * 100, None])
def test_damaged_file_is_told(tmp_path: Path, content: bytes | None) -> None:
    """A file that is garbage, or has garbage in its midst, is a StateError that says what to do."""
    path = tmp_path / "state.db"
    if content is None:
        with memory_in(tmp_path) as memory:
            found(memory, *(candidate(str(number)) for number in range(2000)))
        data = bytearray(path.read_bytes())
        data[4096 * 4 :] = b"\xa5" * (len(data) - 4096 * 4)
        content = bytes(data)
    path.write_bytes(content)
    with pytest.raises(StateError, match=r"state\.db is damaged .*restore it"):
        take_all(tmp_path)


def test_full_disk_is_told_and_nothing_is_written(tmp_path: Path) -> None:
    """When there is no room the commit fails whole with DiskFullError, and goes on once there is room."""
    batch = [candidate(str(number)) for number in range(5000)]
    with memory_in(tmp_path) as memory:
        found(memory, candidate("before"))
        ((pages,),) = memory._connection.execute("PRAGMA page_count").fetchall()
        memory._connection.execute(f"PRAGMA max_page_count = {pages + 5}")
        with pytest.raises(DiskFullError, match=r"no room for the state file .*state\.db"):
            found(memory, *batch)
        assert memory.counts().addresses == 1
        memory._connection.execute("PRAGMA max_page_count = 1000000")
        assert found(memory, *batch) == 5000


NAMES = {
    "SQLITE_FULL": DiskFullError,
    "SQLITE_IOERR_WRITE": DiskFullError,
    "SQLITE_CORRUPT_INDEX": StateError,
    "SQLITE_NOTADB": StateError,
    "SQLITE_BUSY_SNAPSHOT": LockedError,
    "SQLITE_IOERR_READ": OutputError,
    "": OutputError,
}


@pytest.mark.parametrize("name", NAMES)
def test_every_error_becomes_one_of_ours(name: str) -> None:
    """No error of SQLite comes through as it is."""
    fault = sqlite3.OperationalError("why")
    if name:
        fault.sqlite_errorname = name
    with pytest.raises(NAMES[name], match=r"x\.db") as caught, naming(Path("x.db")):
        raise fault
    assert type(caught.value) is NAMES[name]
    assert "why" in str(caught.value)
