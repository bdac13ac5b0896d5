"""Opening the state file."""

from pathlib import Path

import pytest

from scraper.crawler.memory import Counts, open_memory, read_memory
from scraper.errors import LockedError, OutputError, StateError
from tests.crawler.memory.visits import candidate, found, memory_in


def test_second_crawl_is_refused(tmp_path: Path) -> None:
    """While one crawl has the state file open, another is told so at once."""
    message = r"state\.db is in use by another crawl \(process \d+\)"
    with memory_in(tmp_path), pytest.raises(LockedError, match=message), memory_in(tmp_path):
        pytest.fail("two had it")


def test_looking_is_possible_while_a_crawl_runs(tmp_path: Path) -> None:
    """A reader sees the last commit, and leases of its own trouble nobody."""
    with memory_in(tmp_path) as memory:
        found(memory, candidate("1"))
        with read_memory(tmp_path / "state.db") as reader:
            assert reader.counts().addresses == 1
            assert len(reader.take(10.0, 5)) == 1
            found(memory, candidate("2"))
            assert reader.counts().addresses == 2
            with pytest.raises(OutputError, match="readonly"):
                found(reader, candidate("3"))
        assert len(memory.take(10.0, 5)) == 2


def test_looking_at_nothing_is_told(tmp_path: Path) -> None:
    """Without a state file, or with an empty one, there is nothing to look at, and none is made."""
    path = tmp_path / "state.db"
    with pytest.raises(StateError, match="a first crawl makes it"), read_memory(path):
        pytest.fail("it opened")
    assert not path.exists()
    path.touch()
    with pytest.raises(StateError, match="a first crawl fills it"), read_memory(path):
        pytest.fail("it opened")


@pytest.mark.parametrize("name", ["with space.db", "a?mode=memory.db", "50%25.db", "ä#b.db"])
def test_any_name_will_do(tmp_path: Path, name: str) -> None:
    """Signs that mean something in an address mean nothing in the name of a state file."""
    with open_memory(tmp_path / name) as memory:
        assert memory.counts() == Counts(0, 0, 0, 0, 0, 0)
    assert (tmp_path / name).is_file()
    with read_memory(tmp_path / name) as memory:
        assert memory.sources() == {}


def test_commits_are_forced_to_disk(tmp_path: Path) -> None:
    """The file has a write-ahead log and every commit waits for the disk."""
    with memory_in(tmp_path) as memory:
        assert memory._connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert memory._connection.execute("PRAGMA synchronous").fetchone() == (2,)
