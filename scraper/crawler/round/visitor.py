"""One address, asked politely: every request has its turn at its host, redirects and further attempts too."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from scraper.fetcher.retry import GiveUp, cause, decide

from scraper.addresses.key import host_key
from scraper.addresses.whatwg import parse
from scraper.crawler.operations import Event, Log, Tally
from scraper.crawler.politeness import Answer, Sign
from scraper.crawler.round.hosts import Hosts
from scraper.crawler.round.stopping import Stop
from scraper.crawler.round.turnstile import Turnstile
from scraper.errors import FetchError
from scraper.fetcher import Limits, OpenFetcher
from scraper.model.page import FetchResult, Validators

Check = Callable[[str], Awaitable[None]]
"""Raises RefusedError where an address may not be asked for."""

_NO_FAULT_OF_THE_HOST = frozenset({"final", "address", "guard", "refused", "answer"})


@dataclass(frozen=True, slots=True)
class Asked:
    """What to ask for."""

    href: str
    """The address."""
    host: str
    """Whose turn is held, and is held again for further attempts."""
    validators: Validators | None = None
    """What the server said of it the last time."""
    check: Check | None = None
    """Whether the targets of redirects may be asked for; None: they may."""
    redirects: int | None = None
    """Redirects to follow; None: as the limits say."""


@dataclass(frozen=True, slots=True)
class Answered:
    """What came of it."""

    outcome: FetchResult | FetchError
    """The last answer, or why there is none."""
    host: str | None
    """Whose turn is still held; None where none is, because a redirect was refused."""
    seconds: float
    """How long the last request took."""
    ended: float
    """When it ended."""
    verdict: GiveUp
    """Why it was the last attempt."""


@dataclass(frozen=True, slots=True)
class Road:
    """What it takes to ask."""

    fetcher: OpenFetcher
    """Connections."""
    turnstile: Turnstile
    """Turns."""
    hosts: Hosts
    """What is known of hosts."""
    limits: Callable[[str], Limits]
    """Bounds of a download, by host."""
    clock: Callable[[], float]
    """The time."""
    stop: Stop
    """Whether to try again at all."""


class Visitor:
    """Asks for addresses; the caller holds a turn, and gives back the one it gets, with `leave`."""

    def __init__(self, road: Road, log: Log, tally: Tally) -> None:
        self.road = road
        self._log, self._tally = log, tally

    async def enter(self, host: str) -> None:
        """Wait for a turn at a host."""
        await self.road.hosts.read([host])
        await self.road.turnstile.enter(host)

    def learn(self, host: str, crawl_delay: float | None) -> None:
        """Take note of the `Crawl-delay` of a host."""
        self.road.hosts.remember(self.road.turnstile.learn(host, crawl_delay))

    async def visit(self, asked: Asked) -> Answered:
        """Ask, several times where that may help; cancels itself instead of waiting when the crawl is to stop."""
        attempt = 0
        while True:
            attempt += 1
            outcome, trip = await self._ask(asked)
            now = self.road.clock()
            verdict = decide(outcome, attempt, now, random.random())  # noqa: S311
            if isinstance(verdict, GiveUp):
                return Answered(outcome, trip.host, now - trip.begun, now, verdict)
            self.leave(Answered(outcome, trip.host, now - trip.begun, now, GiveUp(verdict.cause)))
            self._tally.outcomes["retried"] += 1
            self._log.say(Event.PAGE_RETRIED, href=asked.href, cause=verdict.cause, after=verdict.after)
            if await self.road.stop.within(verdict.after):
                raise asyncio.CancelledError
            await self.enter(asked.host)

    def leave(self, answered: Answered) -> None:
        """Give the turn back, and remember what the answer says of its host."""
        if answered.host is not None:
            answer = answer_of(answered.outcome, answered.seconds, answered.verdict)
            self.give_back(answered.host, answer, answered.ended)

    async def _ask(self, asked: Asked) -> tuple[FetchResult | FetchError, "_Trip"]:
        """Ask once."""
        trip, road, limits = _Trip(self, asked), self.road, self.road.limits(asked.host)
        if asked.redirects is not None:
            limits = replace(limits, max_redirects=asked.redirects)
        try:
            result = await road.fetcher.visit(asked.href, validators=asked.validators, gate=trip.gate, limits=limits)
        except FetchError as error:
            return error, trip
        self._tally.answered(trip.host or asked.host, road.clock() - trip.begun, len(result.body))
        return result, trip

    def give_back(self, host: str, answer: Answer, ended: float) -> None:
        """Give a turn at a host back."""
        state = self.road.turnstile.leave(host, answer, ended)
        known = self.road.hosts(host)
        self.road.hosts.remember(state)
        if state.delay > known.delay:
            self._log.say(Event.HOST_SLOWED, host=host, delay=state.delay, cause=state.cause)


class _Trip:
    """The way of one request over its redirects, and whose turn it holds."""

    def __init__(self, visitor: Visitor, asked: Asked) -> None:
        self._visitor, self._asked = visitor, asked
        self.begun = visitor.road.clock()
        self.host: str | None = asked.host

    async def gate(self, target: str) -> None:
        """Let a redirect pass when it is allowed and its host's turn has come."""
        clock = self._visitor.road.clock
        held, self.host = self.host, None
        if held is not None:
            self._visitor.give_back(held, Answer(Sign.FINE, clock() - self.begun), clock())
        if self._asked.check is not None:
            await self._asked.check(target)
        host = host_key(parse(target))
        await self._visitor.enter(host)
        self.host, self.begun = host, clock()


def answer_of(outcome: FetchResult | FetchError, seconds: float, verdict: GiveUp) -> Answer:
    """Return what an outcome says of how its host bears us."""
    code = cause(outcome)
    if code in {"status-429", "status-503"}:
        return Answer(Sign.SLOWED, seconds, verdict.after, code)
    served = isinstance(outcome, FetchResult) and (outcome.http is None or outcome.http.status < 500)
    if served or code in _NO_FAULT_OF_THE_HOST:
        return Answer(Sign.FINE, seconds)
    return Answer(Sign.FAILED, seconds, verdict.after, code)
