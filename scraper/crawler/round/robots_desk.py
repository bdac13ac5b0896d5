"""Whether an address may be asked for: robots.txt, asked for politely itself, and kept across rounds."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from scraper.crawler.robots.meaning import REDIRECTS, Answered, Policy, answered, failed

from scraper.addresses.key import host_key
from scraper.addresses.whatwg import Address, parse
from scraper.crawler.memory import Batch, Memory
from scraper.crawler.operations import Event, Log
from scraper.crawler.round.visitor import Asked, Visitor
from scraper.crawler.round.writing import Entry, Writer
from scraper.errors import FetchError, RefusedError
from scraper.model.visit import RobotsEntry

_KEPT = 1_000
"""Origins whose rules are kept in memory."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where rules are kept between rounds."""

    memory: Memory
    """What was read in earlier rounds."""
    writer: Writer
    """Remembers what is read now."""
    agent: str
    """The name robots.txt files know us by."""
    clock: Callable[[], float]
    """The time."""


class RobotsDesk:
    """Answers for each origin what its robots.txt says; asks each only once at a time."""

    def __init__(self, visitor: Visitor, shelf: Shelf, log: Log) -> None:
        self._visitor, self._shelf, self._log = visitor, shelf, log
        self._kept: OrderedDict[str, Policy] = OrderedDict()
        self._asked: dict[str, asyncio.Task[Policy]] = {}

    def known(self, origin: str) -> Policy | None:
        """Return what holds for an origin, if that is known and not stale."""
        policy = self._kept.get(origin)
        if policy is None or policy.until <= self._shelf.clock():
            return None
        self._kept.move_to_end(origin)
        return policy

    async def policy(self, address: Address) -> Policy:
        """Return what holds for the origin of an address; asks the server where that is not known. No turn is held."""
        policy = self.known(address.origin)
        if policy is not None:
            return policy
        task = self._asked.get(address.origin)
        if task is None:
            task = self._asked[address.origin] = asyncio.create_task(self._read(address))
            task.add_done_callback(lambda _: self._asked.pop(address.origin, None))
        # Whoever waits may be cancelled; the others go on waiting for the same answer.
        return await asyncio.shield(task)

    async def check(self, target: str) -> None:
        """Raise RefusedError where an address may not be asked for."""
        policy = await self.policy(parse(target))
        if not self.allows(policy, target):
            raise RefusedError(f"{target}: robots.txt does not allow it ({policy.because})")

    def allows(self, policy: Policy, href: str) -> bool:
        """Tell whether a policy lets us ask for an address."""
        return policy.allows(self._shelf.agent, href)

    async def close(self) -> None:
        """Ask no more."""
        for task in [*self._asked.values()]:
            task.cancel()
        if self._asked:
            await asyncio.wait([*self._asked.values()])

    async def _read(self, address: Address) -> Policy:
        """Return what is remembered, or what the server says."""
        kept = await asyncio.to_thread(self._shelf.memory.robots, address.origin)
        policy = policy_of(kept) if kept else None
        if policy is None or policy.until <= self._shelf.clock():
            policy = await self._ask(address, policy)
        self._kept[address.origin] = policy
        if len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        host = host_key(address)
        self._visitor.learn(host, policy.crawl_delay(self._shelf.agent))
        return policy

    async def _ask(self, address: Address, kept: Policy | None) -> Policy:
        """Fetch robots.txt, and remember what it means."""
        host = host_key(address)
        await self._visitor.enter(host)
        answer = await self._visitor.visit(Asked(f"{address.origin}/robots.txt", host, redirects=REDIRECTS))
        now = self._shelf.clock()
        if isinstance(answer.outcome, FetchError):
            policy = failed(answer.outcome, now, kept)
        else:
            result = answer.outcome
            body = result.body if isinstance(result.body, bytes) else result.body.encode()
            policy = answered(Answered(result.http.status if result.http else 200, result.headers, body), now, kept)
        self._visitor.leave(answer)
        self._log.say(
            Event.ROBOTS_READ,
            origin=address.origin,
            verdict=policy.verdict.value,
            because=policy.because,
            until=datetime.fromtimestamp(policy.until, UTC).isoformat(timespec="seconds"),
        )
        await self._shelf.writer.add(Entry(Batch(robots=[entry_of(address.origin, policy)])))
        return policy


def entry_of(origin: str, policy: Policy) -> RobotsEntry:
    """Return a policy as it is remembered."""
    return RobotsEntry(
        origin=origin,
        verdict=policy.verdict.value,
        because=policy.because,
        until=policy.until,
        body=policy.body,
        fetched=policy.fetched,
        failing_since=policy.failing_since,
        failures=policy.failures,
    )


def policy_of(entry: RobotsEntry) -> Policy:
    """Return what is remembered as a policy."""
    raise NotImplementedError
