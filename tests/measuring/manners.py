"""What the server's log says of a crawler's manners: pure checks, each tested on logs with and without an offence.

The log knows when a request came in and when its answer's last byte was handed over, in the order of one thread, so
that two requests that overlap in the log were open at once. A delay kept by the crawler may look shorter here by what
the two processes were late in waking up: that is the tolerance.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import pairwise

from tests.site.visits import Visit


def by_host(visits: Iterable[Visit]) -> dict[str, list[Visit]]:
    """Return each host's visits in the order in which they started."""
    hosts: dict[str, list[Visit]] = defaultdict(list)
    for visit in sorted(visits):
        hosts[visit.host].append(visit)
    return hosts


def shortest_gap(visits: Iterable[Visit]) -> float:
    """Return the least number of seconds between the starts of two requests (infinite if there are none)."""
    return min((b.start - a.start for a, b in pairwise(sorted(visits))), default=float("inf"))


def hasty(visits: Iterable[Visit], delay: Callable[[str], float], tolerance: float) -> list[tuple[Visit, float]]:
    """Return the requests that came sooner after their host's last than its delay allows, with the gap (seconds)."""
    return [
        (after, after.start - before.start)
        for host, asked in by_host(visits).items()
        for before, after in pairwise(asked)
        if after.start - before.start < delay(host) - tolerance
    ]


def most_open(visits: Iterable[Visit]) -> dict[str, int]:
    """Return how many requests each host had open at once, at the most."""
    return {host: _most(asked) for host, asked in by_host(visits).items()}


def _most(visits: list[Visit]) -> int:
    # At the same instant an end goes before a start: the server's clock ticks finer than two events can be apart.
    steps = sorted([(visit.start, 1) for visit in visits] + [(visit.end, -1) for visit in visits])
    most = now = 0
    for _, step in steps:
        now += step
        most = max(most, now)
    return most


def trespasses(visits: Iterable[Visit]) -> list[Visit]:
    """Return the requests for paths that robots.txt forbids."""
    return [visit for visit in visits if visit.path.startswith("/private/")]


def unannounced(visits: Iterable[Visit]) -> list[str]:
    """Return the hosts that were asked for something else before their robots.txt had been answered."""
    found = []
    for host, asked in by_host(visits).items():
        known = min((visit.end for visit in asked if visit.path == "/robots.txt"), default=float("inf"))
        if any(visit.path != "/robots.txt" and visit.start < known for visit in asked):
            found.append(host)
    return found


def waits(visits: Iterable[Visit], delay: float) -> list[float]:
    """Return how many seconds each request came after its host might have been asked: `delay` after the last's end."""
    return [
        after.start - (before.end + delay) for asked in by_host(visits).values() for before, after in pairwise(asked)
    ]


def quantile(values: Iterable[float], share: float) -> float:
    """Return the value that a share of all values does not exceed (0 for none)."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0
