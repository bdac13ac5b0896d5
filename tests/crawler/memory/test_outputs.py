"""Positions of the output."""

from pathlib import Path

from scraper.crawler.memory import Batch
from scraper.model.visit import Phase, Position
from tests.crawler.memory.visits import memory_in


def test_positions_are_kept_until_closed(tmp_path: Path) -> None:
    """Files that are open or closing are told at a start, closed ones only in the account of all."""
    first = Position("records", "r-1", 10, 1.0, Phase.CLOSING)
    second = Position("records", "r-2", 0, 2.0, Phase.OPEN)
    with memory_in(tmp_path) as memory:
        assert memory.last_file("records") is None
        memory.commit(Batch(), [first, second])
        assert memory.unclosed() == [first, second]
        closed = Position("records", "r-1", 10, 1.0, Phase.CLOSED)
        memory.commit(Batch(), [closed])
        assert memory.unclosed() == [second]
        assert memory.outputs() == [closed, second]
        assert memory.last_file("records") == "r-2"
        assert memory.last_file("responses") is None
