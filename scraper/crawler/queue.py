"""Whose turn is it? Queues of one host each, which never wait for one another.

    push ──> line of a host ──(its delay is over)──> ready hosts, first come first served ──(a slot is free)──> next
                 ^                                                                                               │
                 └──────────────────────────────── done: what the answer says of the host ──────────────────────┘

Every operation is O(log hosts). In memory only, no clock, no tasks: `now` is Unix seconds and the caller acts.

A redirect to another host takes its turn like this: `done` for the host that redirected, `push(new host, ticket,
first=True)`, and go on when `next` hands out the ticket. No slot is held while waiting, so two hosts that redirect
to each other cannot block one another.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from scraper.crawler.lines import Line, Lines
from scraper.crawler.politeness import Answer, finished, started
from scraper.model.host import HostState
from scraper.model.source import Politeness

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Turn(Generic[T]):
    """Something to be done now; `done` has to follow."""

    host: str
    """Whose turn it is."""
    item: T
    """What was pushed."""


@dataclass(frozen=True, slots=True)
class Wait:
    """Nothing can be done now."""

    until: float
    """Moment from which on something can; infinity: not before the next `done` or `push`."""


class Scheduler(Generic[T]):
    """Hands out what was pushed: at each host politely, between hosts fairly, in all no more at once than slots.

    `rules` says how a host may be asked and `recall` what is remembered of it; both are asked when a host comes up
    that is not known at present. What `done` and `learn` return has to be what `recall` answers later: a few thousand
    idle hosts are kept, those beyond are forgotten.
    """

    def __init__(
        self,
        rules: Callable[[str], Politeness],
        recall: Callable[[str], HostState],
        slots: int = 64,
        capacity: int = 10_000,
        per_host: int = 1_000,
    ) -> None:
        """Start empty; at most `capacity` items wait in all and `per_host` for one host."""
        self._recall = recall
        self._slots = slots
        self._capacity = capacity
        self._per_host = per_host
        self._lines: Lines[T] = Lines(lambda host: Line(host, recall(host), rules(host)))
        self._waiting = 0
        self._running = 0

    def __len__(self) -> int:
        """Return how many items wait."""
        return self._waiting

    @property
    def running(self) -> int:
        """Requests under way at all hosts."""
        return self._running

    def queued(self, host: str) -> int:
        """Return how many items wait for a host."""
        line = self._lines.get(host)
        return len(line.items) if line else 0

    def hosts(self) -> list[str]:
        """Return the hosts that are known at present."""
        return self._lines.hosts()

    def state(self, host: str) -> HostState:
        """Return what is known of a host."""
        line = self._lines.get(host)
        return line.state if line else self._recall(host)

    def push(self, host: str, item: T, *, first: bool = False) -> bool:
        """Let an item wait for its turn; False: no room, come again after a `done`.

        `first`: before all others of its host, and never refused: what is under way already has to go on.
        """
        if not first and (self._waiting >= self._capacity or self.queued(host) >= self._per_host):
            return False
        line = self._lines.use(host)
        if first:
            line.items.appendleft(item)
        else:
            line.items.append(item)
        self._waiting += 1
        self._lines.settle(line)
        return True

    def next(self, now: float) -> Turn[T] | Wait:
        """Return whose turn it is, or until when there is nobody's."""
        self._lines.tidy(now)
        if self._running >= self._slots:
            return Wait(math.inf)
        line = self._lines.take(now)
        if line is None:
            return Wait(self._lines.soonest())
        item = line.items.popleft()
        line.running += 1
        self._running += 1
        self._waiting -= 1
        line.state = started(line.state, line.rules, now)
        self._lines.settle(line)
        return Turn(line.host, item)

    def done(self, host: str, answer: Answer, now: float) -> HostState:
        """Take note of the end of a request that `next` handed out; returns what is to be remembered of the host."""
        line = self._lines.use(host)
        line.running -= 1
        self._running -= 1
        line.state = finished(line.state, line.rules, answer, now)
        self._lines.settle(line)
        return line.state

    def learn(self, host: str, crawl_delay: float | None) -> HostState:
        """Take note of the `Crawl-delay` of a host, None for none; returns what is to be remembered of it."""
        line = self._lines.use(host)
        line.state = replace(line.state, crawl_delay=crawl_delay)
        self._lines.settle(line)
        return line.state

    def drop(self, host: str) -> list[T]:
        """Take away and return all that waits for a host; what is under way goes on."""
        line = self._lines.use(host)
        items = list(line.items)
        line.items.clear()
        self._waiting -= len(items)
        self._lines.settle(line)
        return items
