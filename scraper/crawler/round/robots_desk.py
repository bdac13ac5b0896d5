"""Whether an address may be asked for: robots.txt, asked for politely itself, and kept across rounds."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, fields
from http import HTTPStatus

from scraper.addresses.key import host_key
from scraper.addresses.whatwg import Address, parse
from scraper.crawler.memory import Batch, Memory
from scraper.crawler.operations import Event, Log, Tally
from scraper.crawler.robots.meaning import REDIRECTS, Answered, Policy, Verdict, answered, failed, is_due
from scraper.crawler.round.clock import moment
from scraper.crawler.round.visitor import Answered as Reply
from scraper.crawler.round.visitor import Asked, Visitor
from scraper.crawler.round.writing import Entry, Writer
from scraper.errors import AddressError, FetchError, RefusedError
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


class Rules:
    """What holds for one origin."""

    def __init__(self, policy: Policy, agent: str) -> None:
        self.policy = policy
        self._agent = agent
        # Read once: a file of half a megabyte is asked about for every address.
        self._robots = policy.robots

    @property
    def closed(self) -> bool:
        """Whether nothing may be asked for, because the server did not say what may."""
        return self.policy.verdict is Verdict.DISALLOW

    def allow(self, href: str) -> bool:
        """Tell whether we may ask for an address."""
        return self._robots.allows(self._agent, href)

    def why(self, href: str) -> str:
        """Return the line that decides about an address, or why there is none."""
        return self._robots.answer(self._agent, href).rule or self.policy.because

    def crawl_delay(self) -> float | None:
        """Return the seconds asked for between two requests."""
        return self._robots.crawl_delay(self._agent)


class RobotsDesk:
    """Answers for each origin what its robots.txt says; asks each only once at a time."""

    def __init__(self, visitor: Visitor, shelf: Shelf, log: Log, tally: Tally) -> None:
        self._visitor, self._shelf, self._log, self._tally = visitor, shelf, log, tally
        self._kept: OrderedDict[str, Rules] = OrderedDict()
        self._asked: dict[str, asyncio.Task[Rules]] = {}

    def known(self, origin: str) -> Rules | None:
        """Return what holds for an origin, if that is known and not stale."""
        rules = self._kept.get(origin)
        if rules is None or is_due(rules.policy, self._shelf.clock()):
            return None
        self._kept.move_to_end(origin)
        return rules

    async def rules(self, address: Address) -> Rules:
        """Return what holds for the origin of an address; asks the server where that is not known. No turn is held."""
        rules = self.known(address.origin)
        if rules is not None:
            return rules
        task = self._asked.get(address.origin)
        if task is None:
            task = self._asked[address.origin] = asyncio.create_task(self._read(address))
            task.add_done_callback(lambda _: self._asked.pop(address.origin, None))
        # Whoever waits may be cancelled; the others go on waiting for the same answer.
        return await asyncio.shield(task)

    async def check(self, target: str) -> None:
        """Raise RefusedError where an address may not be asked for."""
        rules = await self.rules(parse(target))
        if not rules.allow(target):
            raise RefusedError(f"{target}: robots.txt does not allow it ({rules.why(target)})")

    async def close(self) -> None:
        """Ask no more."""
        for task in [*self._asked.values()]:
            task.cancel()
        if self._asked:
            await asyncio.wait([*self._asked.values()])

    async def _read(self, address: Address) -> Rules:
        """Return what is remembered, or what the server says."""
        entry = await asyncio.to_thread(self._shelf.memory.robots, address.origin)
        policy = policy_of(entry) if entry else None
        if policy is None or is_due(policy, self._shelf.clock()):
            policy = await self._ask(address, policy)
        elif policy.verdict is Verdict.DISALLOW:
            self._tell_closed(address.origin, policy, "as it was when last asked for")
        rules = self._kept[address.origin] = Rules(policy, self._shelf.agent)
        if len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        self._visitor.learn(host_key(address), rules.crawl_delay())
        return rules

    async def _ask(self, address: Address, kept: Policy | None) -> Policy:
        """Fetch robots.txt, and remember what it means."""
        host = host_key(address)
        await self._visitor.enter(host)
        async with self._visitor.visit(Asked(f"{address.origin}/robots.txt", host, redirects=REDIRECTS)) as answer:
            policy = policy_from(answer, kept)
            # Before the turn is given back: the pause until the first page counts from this request.
            self._visitor.learn(host, Rules(policy, self._shelf.agent).crawl_delay())
        if policy.verdict is Verdict.DISALLOW:
            self._tell_closed(address.origin, policy, _detail(answer))
        else:
            said = {"verdict": policy.verdict.value, "because": policy.because, "until": moment(policy.until)}
            self._log.say(Event.ROBOTS_READ, origin=address.origin, **said)
        # What our own guard refused says nothing of the site: the next start, with other options, asks anew.
        if not isinstance(answer.outcome, AddressError):
            await self._shelf.writer.add(Entry(Batch(robots=[entry_of(address.origin, policy)])))
        return policy

    def _tell_closed(self, origin: str, policy: Policy, detail: str) -> None:
        """Tell that the pages of an origin have to wait."""
        self._tally.closed(origin, policy.because)
        said = {"cause": policy.because, "detail": detail, "until": moment(policy.until)}
        self._log.say(Event.ROBOTS_FAILED, origin=origin, **said)


def _detail(answer: Reply) -> str:
    """Return what came instead of rules."""
    outcome = answer.outcome
    if isinstance(outcome, FetchError):
        return str(outcome)
    return f"status {outcome.http.status}" if outcome.http else "no status"


def policy_from(answer: Reply, kept: Policy | None) -> Policy:
    """Return what an answer to the question for robots.txt means."""
    outcome = answer.outcome
    if isinstance(outcome, FetchError):
        return failed(outcome, answer.now, kept)
    body = outcome.body if isinstance(outcome.body, bytes) else outcome.body.encode()
    status = outcome.http.status if outcome.http else HTTPStatus.OK
    return answered(Answered(status, outcome.headers, body, answer.verdict.after), answer.now, kept)


def entry_of(origin: str, policy: Policy) -> RobotsEntry:
    """Return a policy as it is remembered."""
    return RobotsEntry(origin, **{field.name: getattr(policy, field.name) for field in fields(Policy)})


def policy_of(entry: RobotsEntry) -> Policy:
    """Return what is remembered as a policy."""
    values = {field.name: getattr(entry, field.name) for field in fields(Policy)}
    return Policy(**{**values, "verdict": Verdict(entry.verdict)})
