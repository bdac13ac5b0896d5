"""What came of pages, on its way to the disk: many together, output and memory in one step.

Pages add their entries and go on. Where the disk is slower than they are, `add` waits: pages then keep their turns at
their hosts, and fewer are fetched.
"""

import asyncio
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from contextlib import suppress
from dataclasses import dataclass, field

from scraper.crawler.delivery.delivery import Delivery
from scraper.crawler.delivery.group import GroupLimits
from scraper.crawler.memory import Batch
from scraper.crawler.operations import Event, Log, Tally
from scraper.crawler.round.hosts import Hosts
from scraper.model.host import HostState

DEFAULT_GROUP = GroupLimits()
"""How much is committed together."""


@dataclass(slots=True)
class Entry:
    """What came of one address, or of one document of a source; all of it is committed together."""

    batch: Batch = field(default_factory=Batch)
    """What is to be remembered."""
    output: list[tuple[str, bytes]] = field(default_factory=list)
    """Stream, and one whole line or WARC record for it."""

    @property
    def size(self) -> int:
        """Bytes of output."""
        return sum(len(data) for _, data in self.output)


@dataclass(frozen=True, slots=True)
class Disk:
    """What is written to, by one thread."""

    delivery: Delivery
    """The output, which commits the memory too."""
    thread: Executor
    """One thread, in which every commit is made."""
    hosts: Hosts
    """States of hosts, which go along with every commit."""
    clock: Callable[[], float]
    """The time."""


class Writer:
    """Commits entries in groups while `run` runs."""

    def __init__(self, disk: Disk, log: Log, tally: Tally, limits: GroupLimits = DEFAULT_GROUP) -> None:
        self._disk, self._log, self._tally, self._limits = disk, log, tally, limits
        self._entries: list[Entry] = []
        self._bytes = 0
        self._full = asyncio.Event()
        self._room = asyncio.Event()
        self._room.set()
        self._one = asyncio.Lock()

    def __len__(self) -> int:
        """Return how many entries wait."""
        return len(self._entries)

    async def add(self, entry: Entry) -> None:
        """Let an entry be committed; waits while too many do."""
        await self._room.wait()
        self._entries.append(entry)
        self._bytes += entry.size
        if len(self._entries) >= self._limits.entries or self._bytes >= self._limits.size:
            self._full.set()
            self._room.clear()

    async def run(self) -> None:
        """Commit for ever, whenever a group is full or old enough. Raises DiskFullError, OutputError, StateError."""
        while True:
            with suppress(TimeoutError):
                async with asyncio.timeout(self._limits.seconds):
                    await self._full.wait()
            await self.commit()

    async def commit(self) -> None:
        """Write all that waits; returns when it is on the disk."""
        async with self._one:
            await self._commit()

    async def _commit(self) -> None:
        hosts = self._disk.hosts.changed()
        entries, self._entries, self._bytes = self._entries, [], 0
        self._full.clear()
        self._room.set()
        if not entries and not hosts:
            return
        begun = time.perf_counter()
        loop = asyncio.get_running_loop()
        await loop.run_in_executor(self._disk.thread, _write, self._disk, entries, hosts)
        self._disk.hosts.committed(hosts)
        seconds = time.perf_counter() - begun
        self._tally.commits.add(seconds)
        for stream, size in _sizes(entries):
            self._tally.bytes[stream] += size
        self._log.say(Event.COMMIT, entries=len(entries), seconds=seconds)


def _write(disk: Disk, entries: list[Entry], hosts: dict[str, HostState]) -> int:
    """Make one commit, in the thread for it; returns how many addresses were new."""
    whole = Batch(hosts=hosts)
    for entry in entries:
        _merge(whole, entry.batch)
        for stream, data in entry.output:
            disk.delivery.append(stream, data)
    return disk.delivery.commit(whole, disk.clock())


def _merge(whole: Batch, part: Batch) -> None:
    """Add a part to a batch."""
    whole.visits += part.visits
    whole.pasts |= part.pasts
    whole.found += part.found
    whole.robots += part.robots
    whole.sources += part.sources
    whole.listings += part.listings
    whole.learnt += part.learnt


def _sizes(entries: list[Entry]) -> Iterator[tuple[str, int]]:
    """Yield the bytes of every piece of output with its stream."""
    for entry in entries:
        for stream, data in entry.output:
            yield stream, len(data)
