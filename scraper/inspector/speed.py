"""Time against time: how long this package takes a page, as a ratio to others on the same pages in the same run.

Ratios, because milliseconds say more about the machine than about the tool. Processor time, because it does not count
what else the machine does; threads of one tool are added up, so that the ratio is that of one core.
"""

import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from scraper.inspector.answer import OWN, System
from scraper.model.page import FetchResult
from scraper.pipeline import clean_result
from scraper.writer.record import encode

_ROUNDS = 3


def line(body: bytes) -> str:
    """Return the record of a page as JSON: everything this package does with a page, which is what is timed."""
    return encode(clean_result(FetchResult("page", body))).decode()


WHOLE_LINE = System(OWN.name, OWN.read, line, describes=True)
"""This package with its defaults, from bytes to JSON."""


@dataclass(frozen=True, slots=True)
class Race:
    """Times of several systems on the same pages."""

    seconds: Mapping[str, Sequence[float]]
    """By system, processor seconds a page: the median of its rounds, pages in the same order everywhere."""
    peak_bytes: int
    """Most memory this process held after the first system had read all pages, before any other ran."""

    def whole(self, one: str, other: str) -> float:
        """Return how many times as long as `other` the system `one` takes for all pages together."""
        return sum(self.seconds[one]) / sum(self.seconds[other])

    def typical(self, one: str, other: str) -> float:
        """Return the same for the median page."""
        return statistics.median(a / b for a, b in zip(self.seconds[one], self.seconds[other], strict=True))

    def median(self, name: str) -> float:
        """Return the median of a system's seconds a page."""
        return statistics.median(self.seconds[name])


def race(bodies: Sequence[bytes], systems: Sequence[System], tick: Callable[[], None]) -> Race:
    """Time all systems on all pages, by turns, each first in as many rounds as the others; `tick` after every page."""
    for body in bodies:
        systems[0].text(body)
    peak = _peak_bytes()
    for system in systems[1:]:
        system.text(bodies[0])
    seconds: dict[str, list[float]] = {system.name: [] for system in systems}
    for body in bodies:
        rounds = [dict(_round(body, systems, turn)) for turn in range(_ROUNDS)]
        for name, row in seconds.items():
            row.append(statistics.median(times[name] for times in rounds))
        tick()
    return Race(seconds, peak)


def _round(body: bytes, systems: Sequence[System], turn: int) -> Iterator[tuple[str, float]]:
    """Yield name and seconds of every system on one page; `turn` says which one begins."""
    for place in range(len(systems)):
        system = systems[(place + turn) % len(systems)]
        begun = time.process_time()
        system.text(body)
        # No time at all would make a ratio impossible; clocks tick in steps.
        yield system.name, max(time.process_time() - begun, 1e-7)


def _peak_bytes() -> int:
    """Return the most memory this process has held so far."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024
