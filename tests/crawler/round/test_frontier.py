"""What comes out of the memory, and what it passes."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

from scraper.crawler.memory.addresses import Scope
from scraper.crawler.round.crew import Crew
from scraper.crawler.round.frontier import PER_HOST, WINDOW, Frontier, Gates, Horizon
from scraper.crawler.round.hosts import Hosts
from scraper.model.host import HostState
from scraper.model.visit import Visit


def visit(number: int, host: str = "h.example", path: str = "/") -> Visit:
    return Visit(f"{host}{number}", f"http://{host}{path}{number}", host, "news", 0, 0.0, 0.0)


class World:
    """A memory with pages that are due, and everything around a frontier; each notes what is asked of it."""

    def __init__(self, *due: Visit) -> None:
        self.due = [*due]
        self.taken: list[tuple[int, frozenset[str], Scope]] = []
        self.released: list[str] = []
        self.pushed: list[Visit] = []
        self.refused: list[Visit] = []
        self.warmed = 0
        self.rules: dict[str, Any] = {}
        self.room = 10**9

    def take(self, _now: float, limit: int, *, per_host: int, without: set[str], scope: Scope) -> list[Visit]:
        """Give out what is due."""
        assert per_host == PER_HOST
        self.taken.append((limit, frozenset(without), scope))
        found = [found for found in self.due if found.host not in without][:limit]
        self.due = [left for left in self.due if left not in found]
        return found

    def release(self, keys: Sequence[str]) -> None:
        """Take back."""
        self.released += keys

    def push(self, visits: Sequence[Visit]) -> list[Visit]:
        """Take as many as there is room for."""
        self.pushed += visits[: self.room]
        return [*visits[self.room :]]

    def crowded(self, most: int) -> set[str]:
        """Name hosts with many waiting."""
        return {host for host in {v.host for v in self.pushed} if sum(v.host == host for v in self.pushed) >= most}

    def __len__(self) -> int:
        """Return how many wait."""
        return len(self.pushed)

    async def warm(self) -> None:
        """Count."""
        self.warmed += 1

    def known(self, origin: str) -> Any:
        """Return the rules of an origin, if they were asked for."""
        return self.rules.get(origin)

    async def ask(self, address: Any) -> None:
        """Learn the rules of an origin: a closed one, or one without /private."""
        await asyncio.sleep(0.01)
        closed = address.host == "closed.example"
        self.rules[address.origin] = SimpleNamespace(
            closed=closed,
            policy=SimpleNamespace(until=500.0),
            allow=lambda href: not closed and "/private" not in href,
        )

    def frontier(self, crew: Crew) -> Frontier:
        """Put it together."""
        desk = SimpleNamespace(known=self.known, rules=self.ask)
        gates = Gates(Hosts(HostState), desk, self, self.warm, lambda v, _: self.refused.append(v))  # type: ignore[arg-type]
        horizon = Horizon(lambda: 77.0, lambda: frozenset({"news"}))
        return Frontier(self, horizon, gates, crew)  # type: ignore[arg-type]


def fill(world: World, times: int = 1) -> list[int]:
    """Refill some times, and let the questions for rules be answered each time."""

    async def inside() -> list[int]:
        crew = Crew()
        frontier, counts = world.frontier(crew), []
        for _ in range(times):
            counts.append(await frontier.refill(100.0))
            await crew.finish(1.0)
        return counts

    return asyncio.run(inside())


def test_pages_wait_for_the_rules_of_their_origin() -> None:
    """What is allowed gets into the queues once robots.txt is known, and what is not is refused."""
    world = World(visit(1), visit(2), visit(3, path="/private/"))
    assert fill(world) == [3]
    assert [found.key for found in world.pushed] == ["h.example1", "h.example2"]
    assert [found.key for found in world.refused] == ["h.example3"]
    assert world.taken[0] == (WINDOW, frozenset(), Scope(77.0, frozenset({"news"}), 60.0))
    assert world.warmed == 1


def test_closed_hosts_are_passed_over() -> None:
    """Pages of a host that may not be asked at all go back untouched, and the host is left out until it is asked."""
    world = World(visit(1, "closed.example"), visit(2))
    fill(world, times=2)
    assert [found.host for found in world.pushed] == ["h.example"]
    assert world.released == ["closed.example1"]
    assert "closed.example" in world.taken[1][1]
    assert world.refused == []


def test_crowded_hosts_are_passed_over() -> None:
    """A host for which many pages wait gets no more for now."""
    world = World(*(visit(number) for number in range(PER_HOST)))
    fill(world, times=2)
    assert world.taken[1][1] == {"h.example"}


def test_what_finds_no_room_goes_back() -> None:
    """Pages for which the queues have no room are given back to the memory."""
    world = World(visit(1), visit(2))
    world.room = 1
    fill(world, times=2)
    assert world.released == ["h.example2"]


def test_window_is_bounded() -> None:
    """When the window is full nothing is taken."""
    world = World(visit(1))
    world.pushed = [replace(visit(number), host=f"h{number}") for number in range(WINDOW)]
    assert fill(world) == [0]
    assert world.taken == []
