"""A client for each origin: opened when first asked for, shared, closed when idle, thrown away after a failure.

A client whose visit failed is used for nothing new. What is left of its connections may be out of step (a body half
read, a stream of HTTP/2 that the server goes on sending), and a fresh one costs one handshake.
"""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

from scraper.addresses.whatwg import Address
from scraper.errors import UsageError
from scraper.fetcher.client import Client


@dataclass(frozen=True, slots=True)
class Pools:
    """How many connections are kept, and for how long."""

    hosts: int = 512
    """Origins with open connections at a time; whoever comes next waits for one that is idle."""
    per_host: int = 8
    """Connections to one origin at a time."""
    idle: float = 15.0
    """Seconds until what is not used is closed."""

    def __post_init__(self) -> None:
        """Refuse pools nothing could go through (UsageError)."""
        if self.hosts < 1 or self.per_host < 1 or not self.idle > 0:
            raise UsageError("pools: hosts and per_host must be 1 or more, idle above 0")


class Lease:
    """One client while it is used."""

    __slots__ = ("answered", "client", "idle_since", "retired", "users")

    def __init__(self, client: Client) -> None:
        """Begin with nobody using it."""
        self.client = client
        self.users = 0
        self.answered = 0
        self.retired = False
        self.idle_since = 0.0


class Clients:
    """All clients of one fetcher; for one event loop."""

    def __init__(self, make: Callable[[Address], Client], pools: Pools) -> None:
        """Open nothing yet."""
        self._make = make
        self._pools = pools
        # In order of last use, so that the first idle one is the one to close.
        self._open: dict[str, Lease] = {}
        self._freed = asyncio.Condition()

    def __len__(self) -> int:
        """Return how many origins have a client now."""
        return len(self._open)

    @asynccontextmanager
    async def lease(self, address: Address) -> AsyncIterator[Lease]:
        """Lend the client of an address's origin; an exception inside, cancellation included, retires it."""
        lease = await self._find(address)
        lease.users += 1
        failed = True
        try:
            yield lease
            failed = False
        finally:
            if failed:
                self.retire(lease)
            lease.users -= 1
            lease.idle_since = asyncio.get_running_loop().time()
            if lease.retired and not lease.users:
                await lease.client.aclose()
            async with self._freed:
                self._freed.notify_all()

    def retire(self, lease: Lease) -> None:
        """Use a client for nothing new; it is closed when its last user leaves."""
        lease.retired = True
        for origin in [origin for origin, found in self._open.items() if found is lease]:
            del self._open[origin]

    async def close_idle(self) -> None:
        """Close what has not been used for long."""
        limit = asyncio.get_running_loop().time() - self._pools.idle
        for lease in [lease for lease in self._open.values() if not lease.users and lease.idle_since <= limit]:
            self.retire(lease)
            await lease.client.aclose()

    async def close(self) -> None:
        """Close everything, used or not."""
        for lease in list(self._open.values()):
            self.retire(lease)
            await lease.client.aclose()

    async def keep_tidy(self) -> None:
        """Close what is idle, for ever; to be run as a task and cancelled."""
        while True:
            await asyncio.sleep(self._pools.idle / 2)
            await self.close_idle()

    async def _find(self, address: Address) -> Lease:
        """Return the client of an origin, opened when there is room for it."""
        origin = address.origin
        while origin not in self._open and len(self._open) >= self._pools.hosts:
            idle = next((lease for lease in self._open.values() if not lease.users), None)
            if idle is None:
                async with self._freed:
                    await self._freed.wait()
            else:
                self.retire(idle)
                await idle.client.aclose()
        lease = self._open.pop(origin, None) or Lease(self._make(address))
        self._open[origin] = lease
        return lease
