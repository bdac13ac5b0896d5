"""The hosts of a queue: which wait, which are ready, which are forgotten."""

from dataclasses import replace

from scraper.crawler.lines import KEPT, Line, Lines
from scraper.model.host import HostState
from scraper.model.source import Politeness


def lines() -> Lines[int]:
    """Return queues of hosts nothing is known of."""
    return Lines(lambda host: Line(host, HostState(host), Politeness()))


def touch(hosts: Lines[int], host: str, not_before: float) -> None:
    """Use a host without leaving anything to do for it."""
    line = hosts.use(host)
    line.state = replace(line.state, not_before=not_before)
    hosts.settle(line)


def test_many_idle_hosts_are_forgotten_oldest_first():
    """Beyond a few thousand idle hosts those go that have been idle longest."""
    hosts = lines()
    for number in range(KEPT + 3):
        touch(hosts, f"h{number}", 0.0)
    touch(hosts, "h0", 0.0)
    for _ in range(10):
        hosts.tidy(1.0)
    assert len(hosts.hosts()) == KEPT
    assert hosts.get("h0")
    assert not hosts.get("h1")


def test_hosts_in_their_delay_are_not_forgotten():
    """A host that may not be asked yet is kept, for forgetting it would forget its delay."""
    hosts = lines()
    touch(hosts, "delayed", 100.0)
    for number in range(KEPT + 5):
        touch(hosts, f"h{number}", 0.0)
    for _ in range(20):
        hosts.tidy(50.0)
    assert hosts.get("delayed")
    assert len(hosts.hosts()) == KEPT


def test_a_forgotten_host_leaves_nothing_behind():
    """What a forgotten host left in the heap neither wakes nor returns it."""
    hosts = lines()
    line = hosts.use("gone")
    line.items.append(1)
    hosts.settle(line)
    line.items.clear()
    hosts.settle(line)
    for number in range(KEPT):
        touch(hosts, f"h{number}", 5.0)
    hosts.tidy(1.0)
    assert not hosts.get("gone")
    assert hosts.take(1.0) is None
    hosts.tidy(1.0)
    assert "gone" not in hosts.hosts()


def test_hosts_take_turns():
    """Of several ready hosts the one that has been ready longest comes first."""
    hosts = lines()
    for host in "abc":
        line = hosts.use(host)
        line.items.append(0)
        hosts.settle(line)
    taken = []
    for _ in range(3):
        line = hosts.take(0.0) or line
        taken.append(line.host)
        line.items.popleft()
        hosts.settle(line)
    assert taken == ["a", "b", "c"]
    assert hosts.take(0.0) is None
