"""Crawl 20,000 pages of 60 KB and measure whether the crawler's memory grows: megabytes for each 1,000 pages.

The resident memory of the crawler and of its workers is read every 500 pages; a line is laid through what was read
after the first fifth, in which caches fill and each process finds its size.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import linear_regression

from tests.measuring.bars import Bar, report, told
from tests.measuring.contender import begin
from tests.measuring.processes import family, kill, resident
from tests.measuring.setting import Setting
from tests.site.running import RunningSite, serving
from tests.site.web import Web

EVERY = 500
WARM_UP = 0.2
"""Share of the pages after which memory is expected to stand still."""

Sample = tuple[int, float, float]
"""Pages asked for so far; megabytes of the crawler alone, and with all its workers."""


def samples(site: RunningSite, setting: Setting, folder: Path) -> list[Sample]:
    """Crawl the site and return what was read on the way."""
    found: list[Sample] = []
    process = begin(site, folder, setting)
    try:
        while process.poll() is None:
            served = site.served()
            if served >= EVERY * (len(found) + 1):
                found.append(_sample(served, process.pid))
            time.sleep(0.2)
    finally:
        kill(process.pid)
        process.wait()
    return found


def _sample(served: int, pid: int) -> Sample:
    alone, together = resident(pid), sum(map(resident, family(pid)))
    sys.stdout.write(f"  {served:>6} pages  {alone:8.1f} MB  {together:8.1f} MB with workers\n")
    sys.stdout.flush()
    return served, alone, together


def slope(found: Sequence[Sample], column: int) -> float:
    """Return by how many megabytes memory grows with each 1,000 pages, after the warm-up."""
    steady = [sample for sample in found if sample[0] > WARM_UP * found[-1][0]]
    return 1000 * linear_regression([s[0] for s in steady], [s[column] for s in steady]).slope


def bars(found: Sequence[Sample], pages: int) -> list[Bar]:
    """Return the figures and what each has to be."""
    return [
        Bar("pages", found[-1][0] + EVERY, ">=", pages),
        Bar("MB per 1,000 pages, crawler", slope(found, 1), "<=", 0.2),
        Bar("MB per 1,000 pages, with workers", slope(found, 2), "<=", 0.2),
        told("MB at the end, crawler", found[-1][1]),
        told("MB at the end, with workers", found[-1][2]),
        told("samples", len(found)),
    ]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m tests.measuring.memory", description=__doc__)
    parser.add_argument("--hosts", type=int, default=50, help="hosts (default: 50)")
    parser.add_argument("--pages", type=int, default=400, help="stories of each host (default: 400)")
    parser.add_argument("--bytes", type=int, default=60_000, help="length of a page (default: 60000)")
    parser.add_argument("--workers", type=int, default=2, help="processes that clean (default: 2)")
    given = parser.parse_args(arguments)
    with (
        tempfile.TemporaryDirectory() as folder,
        serving(Web(given.hosts, given.pages, given.bytes), Path(folder)) as site,
    ):
        found = samples(site, Setting(workers=given.workers), Path(folder))
    return report("memory", bars(found, given.hosts * given.pages))


if __name__ == "__main__":
    sys.exit(main())
