"""How hosts are remembered."""

from pathlib import Path

from scraper.crawler.memory import Batch
from scraper.model.host import HostState
from tests.crawler.memory.visits import candidate, found, memory_in


def test_host_comes_back_as_it_was(tmp_path: Path) -> None:
    """Every field of a host's state is kept; an unknown host is a fresh one."""
    state = HostState("a.example", 1.5, 3.0, 77.0, 2, "timeout", 0.25, 66.0)
    with memory_in(tmp_path) as memory:
        assert memory.host("a.example") == HostState("a.example")
        memory.commit(Batch(hosts={state.host: state}))
    with memory_in(tmp_path) as memory:
        assert memory.host("a.example") == state


def test_work_does_not_touch_manners(tmp_path: Path) -> None:
    """A host that was met through its addresses has no failures and no delay, and keeps what it has."""
    state = HostState("a.example", 1.5, failures=3)
    with memory_in(tmp_path) as memory:
        found(memory, candidate("1"))
        assert memory.host("a.example") == HostState("a.example")
        memory.commit(Batch(hosts={state.host: state}))
        found(memory, candidate("2"))
        assert memory.host("a.example") == state


def test_worst_hosts_come_first(tmp_path: Path) -> None:
    """Hosts are listed by failures, then by delay, as many as are asked for."""
    states = [HostState("a"), HostState("b", failures=1), HostState("c", crawl_delay=9.0), HostState("d", delay=2.0)]
    with memory_in(tmp_path) as memory:
        memory.commit(Batch(hosts={state.host: state for state in states}))
        assert [state.host for state in memory.worst_hosts(3)] == ["b", "c", "d"]
