"""Questions that change nothing."""

from pathlib import Path

from tests.crawler.memory.visits import candidate, found, memory_in


def test_asking_changes_nothing(tmp_path: Path) -> None:
    """However often it is asked, also for what is not there, the file stays as it is."""
    with memory_in(tmp_path) as memory:
        found(memory, candidate("1"))
        before = memory._connection.total_changes
        for _ in range(2):
            assert memory.next_due() == 10.0
            assert memory.visit("x") is memory.past("x") is memory.robots("x") is memory.listing("x") is None
            assert memory.known(["x"]) == set()
            assert memory.host("x").failures == memory.source("x").failures == memory.pages_of("x") == 0
            assert memory.segments_of("x") == memory.sources() == {}
            assert memory.unclosed() == memory.outputs() == []
            assert len(memory.worst_hosts()) == memory.counts().hosts == 1
        assert memory._connection.total_changes == before
