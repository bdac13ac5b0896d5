"""Measure pages a second on 60 KB pages: fetch and save; and fetch, clean and deliver against Scrapy with trafilatura.

Both crawls follow links from the front pages of the same hosts on the same server in the same run, one after the other
and each in turn, `--rounds` times; the best of each is compared. Processor time is user and system time of the crawl
and its workers, start-up included; the server's is not counted.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.measuring.bars import Bar, report, told
from tests.measuring.contender import crawl_once, records
from tests.measuring.contender_scrapy import job, missing
from tests.measuring.processes import Cost, run
from tests.measuring.setting import Setting
from tests.site.running import RunningSite, serving
from tests.site.web import Web


class Run(NamedTuple):
    """One run: how many pages it delivered, and what it took."""

    pages: int
    cost: Cost

    def per_second(self) -> float:
        """Return the pages of a second on the clock."""
        return self.pages / self.cost.wall

    def per_cpu_second(self) -> float:
        """Return the pages of a second of processor time."""
        return self.pages / self.cost.cpu


Crawl = Callable[[RunningSite, Path], Run]


def fetch_and_save(site: RunningSite, folder: Path) -> Run:
    """Fetch all stories and save their bodies, without cleaning them."""
    arguments = json.dumps({"addresses": site.web.stories(site.port), "hosts": site.web.addresses()})
    given = folder / "fetch.json"
    given.write_text(arguments, encoding="ascii")
    cost = run("tests.measuring.fetch_and_save", [str(given), str(folder)], folder / "fetch.log")
    return Run(site.web.hosts * site.web.pages, _checked(cost, folder))


def ours(workers: int) -> Crawl:
    """Return a crawl by the crawler with so many workers."""

    def crawl(site: RunningSite, folder: Path) -> Run:
        """Crawl the site."""
        cost = crawl_once(site, folder, Setting(workers=workers))
        return Run(len(records(folder)), _checked(cost, folder))

    return crawl


def theirs(site: RunningSite, folder: Path) -> Run:
    """Crawl the site with Scrapy and trafilatura."""
    cost = run("tests.measuring.scrapy_spider", [json.dumps(job(site, folder))], folder / "scrapy.log")
    return Run(len((folder / "items.jsonl").read_bytes().splitlines()), _checked(cost, folder))


def _checked(cost: Cost, folder: Path) -> Cost:
    if cost.code:
        logs = "\n".join(path.read_text(errors="replace")[-2000:] for path in folder.glob("*.log"))
        raise SystemExit(f"exit code {cost.code}\n{logs}")
    return cost


def best(crawl: Crawl, site: RunningSite, folder: Path, rounds: int) -> Run:
    """Return the quickest of some runs of a crawl, each in a new folder."""
    found = []
    for number in range(rounds):
        place = folder / str(number)
        place.mkdir(parents=True)
        found.append(crawl(site, place))
    return max(found, key=Run.per_second)


def compare(site: RunningSite, folder: Path, workers: int, rounds: int) -> list[Bar]:
    """Return how the crawler compares to Scrapy on a site; each is credited with the pages it delivered."""
    mine = best(ours(workers), site, folder / "ours", rounds)
    other = best(theirs, site, folder / "scrapy", rounds)
    return [
        Bar("crawl: pages delivered", mine.pages, "==", site.web.hosts * site.web.pages),
        told("crawl: pages a second", mine.per_second()),
        told("crawl: pages a CPU second", mine.per_cpu_second()),
        told("Scrapy: pages delivered", other.pages),
        told("Scrapy: pages a second", other.per_second()),
        told("Scrapy: pages a CPU second", other.per_cpu_second()),
        Bar("crawl to Scrapy, pages a second", mine.per_second() / other.per_second(), ">=", 3.0),
        told("crawl to Scrapy, pages a CPU second", mine.per_cpu_second() / other.per_cpu_second()),
    ]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m tests.measuring.throughput", description=__doc__)
    parser.add_argument("--hosts", type=int, default=20, help="hosts (default: 20)")
    parser.add_argument("--pages", type=int, default=100, help="stories of each host (default: 100)")
    parser.add_argument("--bytes", type=int, default=60_000, help="length of a page (default: 60000)")
    parser.add_argument("--workers", type=int, default=2, help="processes that clean (default: 2)")
    parser.add_argument("--rounds", type=int, default=1, help="runs of each, of which the best counts (default: 1)")
    parser.add_argument("--only", choices=("fetch", "crawl"), help="measure only fetch and save, or only the crawls")
    given = parser.parse_args(arguments)
    web, found = Web(given.hosts, given.pages, given.bytes), []
    with tempfile.TemporaryDirectory() as name, serving(web, Path(name)) as site:
        if given.only != "crawl":
            saved = best(fetch_and_save, site, Path(name) / "fetch", given.rounds)
            found.append(told("fetch and save: pages a second", saved.per_second()))
            found.append(Bar("fetch and save: pages a CPU second", saved.per_cpu_second(), ">=", 400.0))
        if given.only != "fetch":
            if why := missing():
                parser.error(why)
            found += compare(site, Path(name), given.workers, given.rounds)
    return report("throughput", found)


if __name__ == "__main__":
    sys.exit(main())
