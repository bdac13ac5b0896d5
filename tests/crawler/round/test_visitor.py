"""Requests and their turns."""

import asyncio
import io
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from scraper.crawler.operations import Tally, open_log
from scraper.crawler.politeness import Sign
from scraper.crawler.queue import Scheduler
from scraper.crawler.round.hosts import Hosts
from scraper.crawler.round.stopping import Stop
from scraper.crawler.round.turnstile import Turnstile, Waiting
from scraper.crawler.round.visitor import Answered, Asked, Road, Visitor, answer_of
from scraper.errors import ConnectError, CutError, FetchError, GuardError, RefusedError
from scraper.fetcher import Limits
from scraper.fetcher.retry import Again, GiveUp
from scraper.model.host import HostState
from scraper.model.page import FetchResult, Http
from scraper.model.source import Politeness

URL = "http://a.example/"


def answer(status: int = 200, **headers: str) -> FetchResult:
    fields = tuple((name.replace("_", "-"), value) for name, value in headers.items())
    return FetchResult(URL, b"page", URL, Http(status, URL), headers=fields)


class Web:
    """Stands for the fetcher: gives its outcomes one after the other, through redirects to other hosts."""

    def __init__(self, *outcomes: FetchResult | FetchError, through: tuple[str, ...] = ()) -> None:
        self.outcomes = [*outcomes]
        self.through = through
        self.redirects: list[int] = []

    async def visit(
        self, _url: str, *, gate: Callable[[str], Awaitable[None]], limits: Limits, **_: Any
    ) -> FetchResult:
        """Answer."""
        self.redirects.append(limits.max_redirects)
        for target in self.through:
            await gate(target)
        outcome = self.outcomes.pop(0)
        if isinstance(outcome, FetchError):
            raise outcome
        return outcome


def visit(web: Web, asked: Asked, *, stopped: bool = False) -> tuple[Answered | None, Hosts, list[str]]:
    """Ask; returns the answer, what is known of hosts, and the hosts whose turn was taken."""
    entered: list[str] = []

    async def inside() -> tuple[Answered | None, Hosts, list[str]]:
        hosts, stop, clock = Hosts(HostState), Stop(), asyncio.get_running_loop().time
        scheduler: Scheduler[Waiting] = Scheduler(lambda _: Politeness(delay=0.0), hosts)
        turnstile = Turnstile(scheduler, lambda _: None, clock)
        road = Road(web, turnstile, hosts, lambda _: Limits(), clock, stop)  # type: ignore[arg-type]
        visitor = Visitor(road, open_log(io.StringIO()), Tally(0.0))
        enter = visitor.enter

        async def noting(host: str) -> None:
            entered.append(host)
            await enter(host)

        visitor.enter = noting  # type: ignore[method-assign]
        if stopped:
            stop.ask()
        found = None
        await visitor.enter(asked.host)
        try:
            async with visitor.visit(asked) as found:
                pass
        except asyncio.CancelledError:
            pass
        assert scheduler.running == 0
        return found, hosts, entered

    return asyncio.run(inside())


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait no time before further attempts."""
    monkeypatch.setattr("random.random", lambda: 0.0)


def test_answer_is_given_and_the_turn_goes_back() -> None:
    """An answer comes with its verdict, and its host is remembered with the time it took."""
    found, hosts, _ = visit(Web(answer()), Asked(URL, "a.example"))
    assert found is not None
    assert found.verdict.cause == "final"
    assert hosts("a.example").seconds is not None


def test_further_attempts_have_turns_of_their_own() -> None:
    """What may be better the next time is asked for again, three times in all, with a turn each time."""
    found, hosts, entered = visit(Web(CutError("x"), CutError("x"), answer()), Asked(URL, "a.example"))
    assert found is not None
    assert isinstance(found.outcome, FetchResult)
    assert entered == ["a.example"] * 3
    found, hosts, _ = visit(Web(*[ConnectError("x")] * 3), Asked(URL, "a.example"))
    assert found is not None
    assert found.verdict.cause == "connection"
    assert hosts("a.example").delay > 0


def test_nothing_is_tried_again_when_the_crawl_is_to_stop() -> None:
    """A visit that would wait for another attempt ends instead when the crawl is told to stop."""
    found, _, entered = visit(Web(CutError("x")), Asked(URL, "a.example"), stopped=True)
    assert found is None
    assert entered == ["a.example"]


def test_redirects_have_turns_at_their_hosts() -> None:
    """Each host on the way has its turn, and none is left."""
    web = Web(answer(), through=("http://b.example/", "http://a.example/x"))
    found, _, entered = visit(web, Asked(URL, "a.example", redirects=2))
    assert found is not None
    assert entered == ["a.example", "b.example", "a.example"]
    assert web.redirects == [2]


def test_refused_redirects_end_the_way() -> None:
    """A target that may not be asked for ends the visit with that error, without a turn at its host."""

    async def check(_: str) -> None:
        raise RefusedError("no")

    found, _, entered = visit(Web(answer(), through=("http://b.example/",)), Asked(URL, "a.example", check=check))
    assert found is not None
    assert found.verdict.cause == "refused"
    assert entered == ["a.example"]


@pytest.mark.parametrize(
    ("outcome", "sign", "after"),
    [
        (answer(), Sign.FINE, None),
        (answer(404), Sign.FINE, None),
        (answer(429), Sign.SLOWED, 9.0),
        (answer(503), Sign.SLOWED, 9.0),
        (answer(500), Sign.FAILED, 9.0),
        (answer(501), Sign.FINE, None),
        (ConnectError("x"), Sign.FAILED, None),
        (GuardError("x"), Sign.FINE, None),
        (RefusedError("x"), Sign.FINE, None),
    ],
)
def test_what_outcomes_say_of_hosts(outcome: FetchResult | FetchError, sign: Sign, after: float | None) -> None:
    """Complaints slow a host down, failures more so, and what is no fault of the host says nothing."""
    found = answer_of(outcome, 0.5, GiveUp("x", 9.0))
    assert (found.sign, found.retry_after) == (sign, after)
    assert answer_of(outcome, 0.5, Again(9.0, "x")).sign is sign
