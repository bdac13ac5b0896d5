"""What is fetched next: addresses that are due come out of the memory, a few of each host at a time.

The frontier itself stays on the disk. In memory is a window of it, wide enough that no host with work has to wait for
another, and bounded whatever the frontier's size.
"""

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass

from scraper.addresses.whatwg import Address, parse
from scraper.crawler.memory import Memory
from scraper.crawler.memory.addresses import Scope
from scraper.crawler.round.crew import Crew
from scraper.crawler.round.hosts import Hosts
from scraper.crawler.round.robots_desk import RobotsDesk, Rules
from scraper.crawler.round.turnstile import Turnstile
from scraper.model.visit import Visit

WINDOW = 4_096
"""Addresses that wait in memory at most."""

PER_HOST = 32
"""Addresses of one host that are taken at a time."""


PATIENCE = 60.0
"""Seconds a host may have to wait for its next request and still be in the window."""


@dataclass(frozen=True, slots=True)
class Horizon:
    """What may be taken."""

    until: Callable[[], float]
    """Addresses due by this moment: the round's beginning, or the present in a crawl that watches."""
    sources: Callable[[], frozenset[str]]
    """Names of the sources whose addresses are wanted at present."""


@dataclass(frozen=True, slots=True)
class Gates:
    """What an address has to pass on its way into the queues."""

    hosts: Hosts
    """What is known of hosts."""
    desk: RobotsDesk
    """What robots.txt files say."""
    turnstile: Turnstile
    """The queues."""
    ready: Callable[[], Awaitable[None]]
    """Called before the first page is asked for: makes ready what reads pages."""
    refuse: Callable[[Visit, Rules], None]
    """Told of addresses that robots.txt does not let us ask for."""


class Frontier:
    """Keeps the queues filled."""

    def __init__(self, memory: Memory, horizon: Horizon, gates: Gates, crew: Crew) -> None:
        self._memory, self._horizon, self._gates, self._crew = memory, horizon, gates, crew
        self._waiting: dict[str, list[Visit]] = defaultdict(list)
        self._closed: dict[str, float] = {}
        self._back: list[str] = []
        self._warm = False

    def __len__(self) -> int:
        """Return how many addresses wait for their host's robots.txt."""
        return sum(map(len, self._waiting.values()))

    async def refill(self, now: float) -> int:
        """Take what is due and let it wait for its turn; returns how many addresses were taken."""
        turnstile = self._gates.turnstile
        room = WINDOW - len(turnstile) - len(self)
        if room <= 0:
            return 0
        crowded = turnstile.crowded(PER_HOST // 2) | self._waiting_hosts() | self._closed_hosts(now)
        taken = await asyncio.to_thread(self._take, now, room, crowded)
        await self._gates.hosts.read({visit.host for visit in taken})
        if taken and not self._warm:
            # The first pages would all wait for the first worker, and their hosts with them.
            await self._gates.ready()
            self._warm = True
        self._sort(taken)
        return len(taken)

    def _take(self, now: float, room: int, crowded: set[str]) -> list[Visit]:
        """Lease addresses, in another thread."""
        horizon, back, self._back = self._horizon, self._back, []
        self._memory.release(back)
        return self._memory.take(
            now, room, per_host=PER_HOST, without=crowded, scope=Scope(horizon.until(), horizon.sources(), PATIENCE)
        )

    def _waiting_hosts(self) -> set[str]:
        return {visits[0].host for visits in self._waiting.values()}

    def _closed_hosts(self, now: float) -> set[str]:
        self._closed = {host: until for host, until in self._closed.items() if until > now}
        return set(self._closed)

    def _sort(self, visits: Iterable[Visit]) -> None:
        """Let through what may be asked for; what depends on a robots.txt that is not known waits for it."""
        allowed: list[Visit] = []
        kept: list[Visit] = []
        for visit in visits:
            address = parse(visit.href)
            rules = self._gates.desk.known(address.origin)
            if rules is None:
                self._wait(address, visit)
            elif rules.closed:
                # The whole host rests: to put off each of its addresses would cost a write for each.
                self._closed[visit.host] = rules.policy.until
                kept.append(visit)
            elif rules.allow(visit.href):
                allowed.append(visit)
            else:
                self._gates.refuse(visit, rules)
        self.give_back(kept + self._gates.turnstile.push(allowed))

    def _wait(self, address: Address, visit: Visit) -> None:
        """Let an address wait for the robots.txt of its origin; the first one asks for it."""
        waiting = self._waiting[address.origin]
        waiting.append(visit)
        if len(waiting) == 1:
            self._crew.start(self._ask(address), lambda _: self.give_back(self._waiting.pop(address.origin, [])))

    async def _ask(self, address: Address) -> None:
        await self._gates.desk.rules(address)
        self._sort(self._waiting.pop(address.origin))

    def give_back(self, visits: Iterable[Visit]) -> None:
        """End the leases of addresses that found no room, before the next are taken."""
        self._back += [visit.key for visit in visits]
