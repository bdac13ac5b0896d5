"""Nobody asks a host before it is its turn: the acting side of `queue`.

A page that waits is data (`push`), and comes to life when its turn has come. What is under way already and needs a
turn at a host (a redirect, a robots.txt, another attempt) waits in `enter`. Both give the turn back with `leave`.
"""

import asyncio
import math
from collections.abc import Callable, Iterable

from scraper.crawler.politeness import Answer, Sign
from scraper.crawler.queue import Scheduler, Wait
from scraper.model.host import HostState
from scraper.model.visit import Visit

Waiting = Visit | asyncio.Future[None]
"""What stands in the queues."""


class Turnstile:
    """Starts what has its turn, as soon as it has it."""

    def __init__(
        self, scheduler: Scheduler[Waiting], start: Callable[[Visit], None], clock: Callable[[], float]
    ) -> None:
        self._scheduler = scheduler
        self._start = start
        self._clock = clock
        self._alarm: asyncio.TimerHandle | None = None
        self._closed = False

    def __len__(self) -> int:
        """Return how many wait."""
        return len(self._scheduler)

    def push(self, visits: Iterable[Visit]) -> list[Visit]:
        """Let pages wait for their turns; returns those for which there is no room."""
        refused = [visit for visit in visits if not self._scheduler.push(visit.host, visit)]
        self._serve()
        return refused

    async def enter(self, host: str) -> None:
        """Wait for a turn at a host, before all pages that wait there."""
        if self._closed:
            raise asyncio.CancelledError
        turn = asyncio.get_running_loop().create_future()
        self._scheduler.push(host, turn, first=True)
        self._serve()
        await turn

    def unused(self, host: str) -> None:
        """Give a turn back that was not used."""
        self._scheduler.done(host, Answer(Sign.FINE, 0.0), self._clock())

    def leave(self, host: str, answer: Answer, ended: float) -> HostState:
        """Give a turn back; returns what is to be remembered of the host."""
        state = self._scheduler.done(host, answer, ended)
        self._serve()
        return state

    def learn(self, host: str, crawl_delay: float | None) -> HostState:
        """Take note of a `Crawl-delay`; returns what is to be remembered of the host."""
        return self._scheduler.learn(host, crawl_delay)

    def drop(self, host: str) -> list[Visit]:
        """Take away and return the pages that wait for a host; what is under way goes on waiting."""
        items = self._scheduler.drop(host)
        for item in reversed(items):
            if isinstance(item, asyncio.Future):
                self._scheduler.push(host, item, first=True)
        return [item for item in items if isinstance(item, Visit)]

    def crowded(self, most: int) -> set[str]:
        """Return the hosts for which so many wait, or more."""
        return {host for host in self._scheduler.hosts() if self._scheduler.queued(host) >= most}

    def close(self) -> None:
        """Give no more turns, and end the tasks that wait for one."""
        self._closed = True
        for host in self._scheduler.hosts():
            for item in self._scheduler.drop(host):
                if isinstance(item, asyncio.Future):
                    item.cancel()
        if self._alarm is not None:
            self._alarm.cancel()

    def _serve(self) -> None:
        """Start everything that has its turn now, and come back when the next has."""
        while not self._closed:
            now = self._clock()
            turn = self._scheduler.next(now)
            if isinstance(turn, Wait):
                self._wake_at(turn.until - now)
                return
            if isinstance(turn.item, Visit):
                self._start(turn.item)
            elif turn.item.done():
                # Whoever waited has been cancelled: the turn goes back unused.
                self.unused(turn.host)
            else:
                turn.item.set_result(None)

    def _wake_at(self, seconds: float) -> None:
        """Set the alarm anew; none where only a `leave` or `push` can change anything."""
        if self._alarm is not None:
            self._alarm.cancel()
            self._alarm = None
        if not math.isinf(seconds):
            self._alarm = asyncio.get_running_loop().call_later(max(seconds, 0.001), self._serve)
