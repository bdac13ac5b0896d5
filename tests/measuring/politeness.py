"""Crawl 50 hosts with 200 pages each and read in the server's log whether delay, parallelism and robots.txt were kept.

Ten hosts ask for a Crawl-delay above the crawler's own delay; twenty take longer to answer than the delay, of which ten
may be asked twice at a time; and every host forbids paths that its pages link to.

Both processes read one clock. Where one request is allowed at a time, the next starts a delay after the last answer's
end, so that nothing but the clock's grain can make it early. Where two are allowed, starts are a delay apart when they
leave, and one that left late arrives closer to the next than they were meant to be.
"""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tests.measuring.bars import Bar, report, told
from tests.measuring.contender import crawl_once
from tests.measuring.manners import hasty, most_open, trespasses, unannounced
from tests.measuring.setting import Setting
from tests.site.running import serving
from tests.site.visits import Visit
from tests.site.web import Web

TOLERANCE = 0.01
"""Seconds by which two requests may be closer in the server's log than the delay."""
LATENESS = 0.1
"""The same where two may be asked at a time: how late a busy crawler may send a request after deciding to."""


class Manners(NamedTuple):
    """How hosts are to be asked."""

    web: Web
    delay: float
    paired: int
    """How many of the slow hosts, the first ones, may be asked twice at a time."""

    def delay_of(self, host: str) -> float:
        """Return the delay a host is owed."""
        return self.web.crawl_delay if host in self.web.names()[: self.web.delayed] else self.delay

    def pairs(self) -> list[str]:
        """Return the hosts that may be asked twice at a time."""
        first = self.web.hosts - self.web.slow
        return self.web.names()[first : first + self.paired]


def manners(hosts: int, pages: int, delay: float) -> Manners:
    """Return a web: a fifth of the hosts ask for half as much delay again, two are slow, one of them asked in pairs."""
    fifth = hosts // 5
    slowness = {"slow": 2 * fifth, "slow_seconds": 1.2 * delay}
    web = Web(hosts, pages, 500, delayed=fifth, crawl_delay=1.5 * delay, forbidden=3, **slowness)
    return Manners(web, delay, fifth)


def politeness(wanted: Manners, folder: Path) -> list[Bar]:
    """Crawl the web and return the figures of its server's log."""
    with serving(wanted.web, folder) as site:
        setting = Setting(delay=wanted.delay, pairs=tuple(wanted.pairs()))
        cost = crawl_once(site, folder, setting)
        return [Bar("exit code", cost.code, "==", 0), *bars(site.visits(), wanted), told("seconds", cost.wall)]


def bars(visits: Sequence[Visit], wanted: Manners) -> list[Bar]:
    """Return the figures of a log and what each has to be."""
    stories = [visit for visit in visits if visit.path.startswith("/story/")]
    pairs = {visit for visit in visits if visit.host in wanted.pairs()}
    early = hasty([visit for visit in visits if visit not in pairs], wanted.delay_of, TOLERANCE)
    early += hasty(pairs, wanted.delay_of, LATENESS)
    open_at_once = most_open(visits)
    rude = [host for host, most in open_at_once.items() if most > (2 if host in wanted.pairs() else 1)]
    return [
        Bar("stories asked for", len(stories), "==", wanted.web.hosts * wanted.web.pages),
        Bar("requests too early", len(early), "==", 0),
        told("earliest, in milliseconds before its time", max((_early(found, wanted) for found in early), default=0)),
        told("requests early at all", len(hasty(visits, wanted.delay_of, 0.0))),
        Bar("hosts with too many requests at once", len(rude), "==", 0),
        # Or else nothing would show that requests at once are seen at all.
        Bar("hosts asked twice at once where allowed", _pairs(open_at_once, wanted), ">=", 1),
        Bar("forbidden paths asked for", len(trespasses(visits)), "==", 0),
        Bar("hosts asked before their robots.txt", len(unannounced(visits)), "==", 0),
    ]


def _early(found: tuple[Visit, float], wanted: Manners) -> float:
    visit, gap = found
    return 1000 * (wanted.delay_of(visit.host) - gap)


def _pairs(most: dict[str, int], wanted: Manners) -> int:
    return sum(most.get(host, 0) >= 2 for host in wanted.pairs())


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m tests.measuring.politeness", description=__doc__)
    parser.add_argument("--hosts", type=int, default=50, help="hosts (default: 50)")
    parser.add_argument("--pages", type=int, default=200, help="stories of each host (default: 200)")
    parser.add_argument("--delay", type=float, default=0.25, help="seconds between two requests (default: 0.25)")
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        return report("politeness", politeness(manners(given.hosts, given.pages, given.delay), Path(folder)))


if __name__ == "__main__":
    sys.exit(main())
