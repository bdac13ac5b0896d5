"""What is known of hosts between two commits."""

import asyncio

from scraper.crawler.round.hosts import Hosts
from scraper.model.host import HostState


def test_what_was_said_since_hides_what_is_remembered() -> None:
    """A state that waits for its commit is answered before the memory's, and the memory's before a fresh one."""
    hosts = Hosts(lambda host: HostState(host, delay=2.0))
    assert hosts("a.example") == HostState("a.example")
    asyncio.run(hosts.read(["a.example"]))
    assert hosts("a.example").delay == 2.0
    hosts.remember(HostState("a.example", delay=4.0))
    asyncio.run(hosts.read(["a.example"]))
    assert hosts("a.example").delay == 4.0


def test_commit_forgets_only_what_it_wrote() -> None:
    """A state that changes while a commit runs is part of the next one."""
    hosts = Hosts(HostState)
    hosts.remember(HostState("a.example", delay=1.0))
    hosts.remember(HostState("b.example", delay=1.0))
    written = hosts.changed()
    hosts.remember(HostState("a.example", delay=3.0))
    hosts.committed(written)
    assert hosts.changed() == {"a.example": HostState("a.example", delay=3.0)}
    assert hosts("b.example").delay == 1.0
