"""Figures for a person."""

from pathlib import Path

from scraper.crawler.memory import Counts
from tests.crawler.memory.visits import candidate, found, memory_in, visited


def test_everything_is_counted(tmp_path: Path) -> None:
    """Addresses are counted by what became of them, records over all revisions."""
    with memory_in(tmp_path) as memory:
        assert memory.counts() == Counts(0, 0, 0, 0, 0, 0)
        found(memory, candidate("1"), candidate("2"), candidate("3", "b.example"))
        one, two, _ = memory.take(10.0, 5)
        visited(memory, one, seen_at=10.0, due=50.0, revision=4)
        visited(memory, two, due=None, failures=2, cause="status-404")
        assert memory.counts() == Counts(addresses=3, visited=1, given_up=1, failing=1, hosts=2, records=4)
