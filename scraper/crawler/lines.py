"""The hosts of a queue: which wait for a moment, which are ready, and which nobody needs at present.

A host stands in the heap of moments or among the ready ones, never with its items: a dead host with a thousand
addresses costs the others nothing.
"""

import heapq
import math
from collections import OrderedDict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final, Generic, TypeVar

from scraper.model.host import HostState
from scraper.model.source import Politeness

T = TypeVar("T")

KEPT: Final = 4_096
"""Hosts that are kept though nothing waits or runs, so that what they taught is at hand when they come again."""


@dataclass(slots=True)
class Line(Generic[T]):
    """The queue of one host."""

    host: str
    """Whose it is."""
    state: HostState
    """What is known of the host."""
    rules: Politeness
    """How it may be asked."""
    items: deque[T] = field(default_factory=deque)
    """What waits, first to last."""
    running: int = 0
    """Requests under way."""
    due: float | None = None
    """Moment of its valid entry in the heap; None where it has none."""
    ready: bool = False
    """Whether it stands among the ready hosts."""

    def can_start(self) -> bool:
        """Whether something waits that only time keeps from starting."""
        return bool(self.items) and self.running < self.rules.parallel

    def is_idle(self) -> bool:
        """Whether nothing waits or runs."""
        return not (self.items or self.running or self.ready)


class Lines(Generic[T]):
    """All queues, by host."""

    def __init__(self, new: Callable[[str], Line[T]]) -> None:
        """Start without any; `new` makes the empty queue of a host that is not known at present."""
        self._new = new
        self._lines: dict[str, Line[T]] = {}
        self._moments: list[tuple[float, int, Line[T]]] = []
        self._ready: deque[Line[T]] = deque()
        # Ordered, for a plain dictionary walks past everything that was ever taken off its front.
        self._idle: OrderedDict[str, None] = OrderedDict()
        self._entries = 0

    def get(self, host: str) -> Line[T] | None:
        """Return the queue of a host that is known at present."""
        return self._lines.get(host)

    def use(self, host: str) -> Line[T]:
        """Return the queue of a host, a new one where there is none; `settle` has to follow."""
        self._idle.pop(host, None)
        line = self._lines.get(host)
        if line is None:
            line = self._lines[host] = self._new(host)
        return line

    def settle(self, line: Line[T]) -> None:
        """Put a queue where it belongs, after any change: one valid entry in the heap, or among the idle ones."""
        moment = line.state.not_before
        if not line.can_start():
            line.due = None
        elif not line.ready and line.due != moment:
            line.due = moment
            # The number keeps hosts that are due together in the order in which they came.
            self._entries += 1
            heapq.heappush(self._moments, (moment, self._entries, line))
        if line.is_idle():
            self._idle[line.host] = None

    def take(self, now: float) -> Line[T] | None:
        """Return the queue that has been ready longest and may start something; `settle` has to follow."""
        self._wake(now)
        while self._ready:
            line = self._ready.popleft()
            line.ready = False
            if line.can_start() and line.state.not_before <= now:
                return line
            self.settle(line)
        return None

    def soonest(self) -> float:
        """Return the moment the next queue gets ready, infinity where none will; right after `take` gave None."""
        return self._moments[0][0] if self._moments else math.inf

    def hosts(self) -> list[str]:
        """Return the hosts that are known at present."""
        return list(self._lines)

    def tidy(self, now: float) -> None:
        """Forget a host that has been idle longest, where there are many and its delay is over."""
        if len(self._lines) <= KEPT or not self._idle:
            return
        host, _ = self._idle.popitem(last=False)
        if self._lines[host].state.not_before > now:
            self._idle[host] = None
        else:
            # An entry it may have left in the heap is not to bring it back.
            self._lines.pop(host).due = None

    def _wake(self, now: float) -> None:
        """Move the queues whose moment has come to the ready ones."""
        while self._moments and (self._moments[0][0] <= now or self._moments[0][2].due != self._moments[0][0]):
            moment, _, line = heapq.heappop(self._moments)
            # An entry with another moment than the queue's own was overtaken by events.
            if line.due == moment:
                line.due = None
                line.ready = True
                self._ready.append(line)
