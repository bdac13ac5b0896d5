"""One address, asked politely: every request has its turn at its host, redirects and further attempts too."""

import asyncio
import random
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from functools import partial

from scraper.addresses.key import host_key
from scraper.addresses.whatwg import parse
from scraper.crawler.operations import Event, Log, Tally
from scraper.crawler.politeness import Answer, Sign
from scraper.crawler.round.hosts import Hosts
from scraper.crawler.round.stopping import Stop
from scraper.crawler.round.turnstile import Turnstile
from scraper.errors import FetchError
from scraper.fetcher import Limits, OpenFetcher
from scraper.fetcher.retry import Again, GiveUp, cause, decide
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
    verdict: GiveUp
    """Why it was the last attempt."""
    now: float
    """When it ended."""


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
    """Asks for addresses."""

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

    @asynccontextmanager
    async def visit(self, asked: Asked) -> AsyncIterator[Answered]:
        """Ask, several times where that may help; the turn that is held is given back when the block ends.

        A block that waits before it ends (for room to work in) so keeps the host from being asked again.
        """
        turn = _Turn(asked.host, self.road.clock())
        try:
            yield await self._attempts(asked, turn)
        finally:
            self.give_back(turn, turn.answer)

    def give_back(self, turn: "_Turn", answer: Answer) -> None:
        """Give a turn back, if one is held, and remember what the answer says of its host."""
        host, turn.host = turn.host, None
        if host is None:
            return
        known = self.road.hosts(host)
        state = self.road.turnstile.leave(host, answer, turn.ended)
        self.road.hosts.remember(state)
        if state.delay > known.delay:
            self._log.say(Event.HOST_SLOWED, host=host, delay=state.delay, cause=state.cause)

    async def _attempts(self, asked: Asked, turn: "_Turn") -> Answered:
        """Ask until there is an answer, or no use in asking again; ends itself when the crawl is to stop meanwhile."""
        attempt = 0
        while True:
            attempt += 1
            outcome = await self._ask(asked, turn)
            turn.ended = self.road.clock()
            verdict = decide(outcome, attempt, turn.ended, random.random())  # noqa: S311
            turn.answer = answer_of(outcome, turn.ended - turn.begun, verdict)
            if isinstance(verdict, GiveUp):
                return Answered(outcome, verdict, turn.ended)
            self.give_back(turn, turn.answer)
            self._tally.outcomes["retried"] += 1
            self._log.say(Event.PAGE_RETRIED, href=asked.href, cause=verdict.cause, after=verdict.after)
            if await self.road.stop.within(verdict.after):
                raise asyncio.CancelledError
            await self.enter(asked.host)
            turn.begin(asked.host, self.road.clock())

    async def _ask(self, asked: Asked, turn: "_Turn") -> FetchResult | FetchError:
        """Ask once."""
        road, limits = self.road, self.road.limits(asked.host)
        if asked.redirects is not None:
            limits = replace(limits, max_redirects=asked.redirects)
        gate = partial(self._pass, asked, turn)
        try:
            result = await road.fetcher.visit(asked.href, validators=asked.validators, gate=gate, limits=limits)
        except FetchError as error:
            return error
        self._tally.answered(turn.host or asked.host, road.clock() - turn.begun, len(result.body))
        return result

    async def _pass(self, asked: Asked, turn: "_Turn", target: str) -> None:
        """Let a redirect pass when it is allowed and its host's turn has come."""
        turn.ended = self.road.clock()
        self.give_back(turn, Answer(Sign.FINE, turn.ended - turn.begun))
        if asked.check is not None:
            await asked.check(target)
        host = host_key(parse(target))
        await self.enter(host)
        turn.begin(host, self.road.clock())


class _Turn:
    """Whose turn is held, since when, and what is to be said when it is given back."""

    def __init__(self, host: str, now: float) -> None:
        self.answer = Answer(Sign.FINE, 0.0)
        self.begin(host, now)

    def begin(self, host: str, now: float) -> None:
        """Hold a turn from now on."""
        self.host: str | None = host
        self.begun = self.ended = now


def answer_of(outcome: FetchResult | FetchError, seconds: float, verdict: GiveUp | Again) -> Answer:
    """Return what an outcome says of how its host bears us."""
    code = cause(outcome)
    after = verdict.after if code.startswith("status") else None
    if code in {"status-429", "status-503"}:
        return Answer(Sign.SLOWED, seconds, after, code)
    served = isinstance(outcome, FetchResult) and (outcome.http is None or outcome.http.status < 500)
    if served or code in _NO_FAULT_OF_THE_HOST:
        return Answer(Sign.FINE, seconds)
    return Answer(Sign.FAILED, seconds, after, code)
