"""Crawl with a tenth of the hosts hanging and read in the server's log how long the others waited for their turn.

A host may be asked again when its last answer has ended and the delay has passed; how much later the next request came
is its lag. Only hosts that answer count, while they still have pages to give.
"""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.measuring.bars import Bar, report, told
from tests.measuring.contender import crawl_once
from tests.measuring.manners import quantile, waits
from tests.measuring.setting import Setting
from tests.site.running import serving
from tests.site.web import Web


def lag(web: Web, delay: float, folder: Path) -> list[Bar]:
    """Crawl the web and return how long hosts waited."""
    with serving(web, folder) as site:
        # A hanging host is left alone after one try of a few seconds, or the crawl would last as long as its retries.
        cost = crawl_once(site, folder, Setting(follow=False, delay=delay, deadline=5.0, workers=1))
        well = set(web.well_behaved())
        visits = [visit for visit in site.visits() if visit.host in well]
        stories = {(visit.host, visit.path) for visit in visits if visit.path.startswith("/story/")}
        late = waits(visits, delay)
    return [
        Bar("stories of hosts that answer", len(stories), "==", len(well) * web.pages),
        told("median seconds of lag", quantile(late, 0.5)),
        Bar("99 in 100 wait at most, in seconds", quantile(late, 0.99), "<=", 1.0),
        told("longest wait, in seconds", max(late)),
        told("exit code", cost.code),
        told("seconds", cost.wall),
    ]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m tests.measuring.lag", description=__doc__)
    parser.add_argument("--hosts", type=int, default=50, help="hosts (default: 50)")
    parser.add_argument("--pages", type=int, default=20, help="stories of each host (default: 20)")
    parser.add_argument("--delay", type=float, default=3.0, help="seconds between two requests (default: 3)")
    given = parser.parse_args(arguments)
    web = Web(given.hosts, given.pages, 500, hanging=given.hosts // 10)
    with tempfile.TemporaryDirectory() as folder:
        return report("lag", lag(web, given.delay, Path(folder)))


if __name__ == "__main__":
    sys.exit(main())
