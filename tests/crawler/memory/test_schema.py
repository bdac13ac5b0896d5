"""Versions of the state file."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from scraper.crawler.memory.schema import STEPS, migrate, version_of
from scraper.errors import StateError
from tests.crawler.memory.visits import candidate, found, memory_in


def made(path: Path, steps: int) -> None:
    """Make a state file of an earlier version, with one address in it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        migrate(connection, path, STEPS[:steps])
        connection.execute("INSERT INTO hosts(id, host, first_due, ready) VALUES (1, 'a.example', 3, 3)")
        connection.execute(
            "INSERT INTO addresses(id, key, href, host, source, depth, found_at, due)"
            " VALUES (1, 'k', 'h', 1, 'news', 0, 2.0, 3.0)"
        )


def test_file_of_version_1_is_brought_up(tmp_path: Path) -> None:
    """A state file of the first version opens with all that it remembers, and knows what came later."""
    made(tmp_path / "state.db", 1)
    with memory_in(tmp_path) as memory:
        (visit,) = memory.take(5.0, 5)
        assert (visit.key, visit.due) == ("k", 3.0)
        assert memory.segments_of("a.example") == {}
    with closing(sqlite3.connect(tmp_path / "state.db")) as connection:
        assert version_of(connection, tmp_path) == len(STEPS)


def test_step_that_fails_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    """A step that breaks off half done is taken back whole."""
    path = tmp_path / "state.db"
    made(path, 2)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection, pytest.raises(sqlite3.Error):
        migrate(connection, path, [*STEPS, "CREATE TABLE more(x); INSERT INTO nowhere VALUES (1);"])
    with closing(sqlite3.connect(path)) as connection:
        assert version_of(connection, path) == 2
        assert connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'more'").fetchone() == (0,)


def test_newer_file_is_refused(tmp_path: Path) -> None:
    """A file of a version this program does not know yet is left alone, and the message says what to do."""
    path = tmp_path / "state.db"
    made(path, 2)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    before = path.read_bytes()
    with pytest.raises(StateError, match=r"state\.db has version 99.*knows 2: upgrade"), memory_in(tmp_path):
        pytest.fail("it opened")
    assert path.read_bytes()[100:] == before[100:]


def test_file_of_another_program_is_refused(tmp_path: Path) -> None:
    """A database that is no state file is left alone."""
    with closing(sqlite3.connect(tmp_path / "state.db")) as connection:
        connection.execute("CREATE TABLE mine(x)")
    with pytest.raises(StateError, match="not the state file of a crawl"), memory_in(tmp_path):
        pytest.fail("it opened")


def test_new_file_is_new(tmp_path: Path) -> None:
    """A file that is not there yet is made."""
    with memory_in(tmp_path / "deep" / "er") as memory:
        assert found(memory, candidate("1")) == 1
