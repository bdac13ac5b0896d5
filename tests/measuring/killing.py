"""Kills a crawl at random moments, resumes it until it is done, and counts what was lost, doubled, torn, repeated."""

import json
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random
from typing import BinaryIO, Protocol

from tests.site.running import RunningSite
from tests.site.visits import Visit, read_on

PATIENCE = 300.0
"""Seconds a run may take to do what it is waited for."""


class Contender(Protocol):
    """A crawler that can be killed."""

    def start(self) -> None:
        """Start it, or start it again where it was killed."""

    def ended(self) -> int | None:
        """Return its exit code, or None while it runs."""

    def kill(self) -> None:
        """Kill it with SIGKILL and wait until it is gone."""

    def durable(self) -> set[str]:
        """Return the addresses whose records are delivered for good; asked after a kill."""

    def lines(self) -> Sequence[bytes]:
        """Return all lines of its output, each with its line feed if it has one; asked after the last run."""


@dataclass
class Crash:
    """What came of a crawl that was killed again and again."""

    kills: int = 0
    """How often it was killed."""
    idle_kills: int = 0
    """How many of them met a run that had not asked for a story yet."""
    lost: int = 0
    """Pages without a record."""
    doubled: int = 0
    """Records beyond the first of a page."""
    torn: int = 0
    """Lines of output that are no whole JSON."""
    refetched: int = 0
    """Requests for pages that had been asked for before."""
    in_flight: int = 0
    """Pages asked for and not delivered, summed over all kills: as many requests may have to be repeated."""
    most_in_flight: int = 0
    """The most pages that were in flight at one kill."""
    needless: int = 0
    """Requests for pages whose record had been delivered for good before the last kill."""
    failed: list[int] = field(default_factory=list)
    """Exit codes other than 0 of runs that ended by themselves."""
    seconds: float = 0.0
    """How long it took in all."""


@dataclass(frozen=True)
class Plan:
    """How often and when to kill."""

    kills: int
    seed: int
    blind: float = 0.2
    """Share of kills that come at a moment of the first `span` seconds, whatever the crawl is doing."""
    span: float = 0.4


def kill_and_resume(site: RunningSite, contender: Contender, plan: Plan) -> Crash:
    """Kill a crawl of a whole site as planned, let it end, and return what came of it."""
    crash, began = Crash(), time.monotonic()
    with site.log.open("rb") as log:
        ledger = _Ledger(site, log)
        _kill(contender, plan, ledger, crash)
        _finish(contender, crash)
        ledger.count()
    crash.refetched, crash.needless = ledger.refetched, ledger.needless
    _judge(crash, contender.lines(), set(site.web.stories(site.port)))
    crash.seconds = time.monotonic() - began
    return crash


def _kill(contender: Contender, plan: Plan, ledger: "_Ledger", crash: Crash) -> None:
    """Start and kill as often as planned, or until a run ends by itself."""
    chance = Random(plan.seed)  # noqa: S311 - the same moments each time
    while crash.kills < plan.kills:
        contender.start()
        code = _wait(ledger.site, contender, _moment(ledger, plan, crash.kills, chance))
        if code is not None:
            crash.failed += [code] if code else []
            return
        contender.kill()
        crash.kills += 1
        _account(crash, ledger.killed(contender.durable()))


class _Ledger:
    """Which pages the server was asked for, run by run."""

    def __init__(self, site: RunningSite, log: BinaryIO) -> None:
        self.site = site
        self._log = log
        self._asked: set[str] = set()
        self._durable: set[str] = set()
        self.refetched = 0
        self.needless = 0

    def left(self) -> int:
        """Return how many pages have no durable record yet."""
        return self.site.web.hosts * self.site.web.pages - len(self._durable)

    def killed(self, durable: set[str]) -> tuple[int, int]:
        """Note a kill; return how many requests the run had made and how many pages were in flight."""
        asked = self.count()
        self._durable = durable
        return asked, len(self._asked - durable)

    def count(self) -> int:
        """Count the requests since the last time; return how many there were."""
        self.site.steer("/flush")
        new = [url for url in map(self._url, read_on(self._log)) if url]
        for url in new:
            self.refetched += url in self._asked
            self.needless += url in self._durable
            self._asked.add(url)
        return len(new)

    def _url(self, visit: Visit) -> str:
        return f"http://{visit.host}:{self.site.port}{visit.path}" if visit.path.startswith("/story/") else ""


def _moment(ledger: _Ledger, plan: Plan, kills: int, chance: Random) -> tuple[int, float]:
    """Return after how many requests, and how many seconds after that, the next kill comes."""
    if chance.random() < plan.blind:
        return 0, chance.uniform(0.0, plan.span)
    # A share of what is left, so that the crawl is still under way when the last kill comes.
    return chance.randint(1, max(1, round(0.9 * ledger.left() / (plan.kills - kills)))), chance.uniform(0.0, 0.05)


def _wait(site: RunningSite, contender: Contender, moment: tuple[int, float]) -> int | None:
    """Wait for the moment of a kill; return the exit code where the crawl ended before it."""
    requests, pause = moment
    goal, until = site.served() + requests, time.monotonic() + PATIENCE
    while requests and site.served() < goal:
        code = contender.ended()
        if code is not None:
            return code
        if time.monotonic() > until:
            raise TimeoutError(f"no {requests} requests within {PATIENCE:g} s")
        time.sleep(0.02)
    time.sleep(pause)
    return contender.ended()


def _account(crash: Crash, found: tuple[int, int]) -> None:
    asked, in_flight = found
    crash.idle_kills += asked == 0
    crash.in_flight += in_flight
    crash.most_in_flight = max(crash.most_in_flight, in_flight)


def _finish(contender: Contender, crash: Crash) -> None:
    """Let the crawl run to its end."""
    contender.start()
    until = time.monotonic() + PATIENCE
    while (code := contender.ended()) is None:
        if time.monotonic() > until:
            contender.kill()
            raise TimeoutError(f"the last run did not end within {PATIENCE:g} s")
        time.sleep(0.02)
    crash.failed += [code] if code else []


def _judge(crash: Crash, lines: Sequence[bytes], wanted: set[str]) -> None:
    urls: Counter[str] = Counter()
    for line in lines:
        try:
            urls[json.loads(line)["url"]] += 1
            crash.torn += not line.endswith(b"\n")
        except (ValueError, KeyError):
            crash.torn += 1
    crash.lost = len(wanted - urls.keys())
    crash.doubled = sum(count - 1 for count in urls.values())
