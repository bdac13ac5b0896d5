"""Kill a crawl of 2,000 linked pages on 20 hosts again and again: nothing may be lost, doubled, torn or asked twice.

`python -m tests.measuring.crash --kills 1000` for the crawler, `--crawler scrapy` for Scrapy with its job directory.
"""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.measuring.bars import Bar, report, told
from tests.measuring.contender import OurContender
from tests.measuring.contender_scrapy import ScrapyContender, missing
from tests.measuring.killing import Crash, Plan, kill_and_resume
from tests.measuring.setting import IN_FLIGHT
from tests.site.running import serving
from tests.site.web import Web

WEB = Web(hosts=20, pages=100, page_bytes=500, front=1)


def crash(kills: int, seed: int, folder: Path, crawler: str = "ours") -> Crash:
    """Return what came of a crawl that was killed so many times."""
    folder.mkdir(parents=True, exist_ok=True)
    with serving(WEB, folder) as site:
        if crawler == "scrapy":
            return kill_and_resume(site, ScrapyContender(site, folder), Plan(kills, seed))
        with OurContender(site, folder) as contender:
            return kill_and_resume(site, contender, Plan(kills, seed))


def bars(found: Crash, kills: int) -> list[Bar]:
    """Return the figures and what each has to be."""
    return [
        Bar("kills", found.kills, "==", kills),
        told("kills before the first story", found.idle_kills),
        Bar("records lost", found.lost, "==", 0),
        Bar("records doubled", found.doubled, "==", 0),
        Bar("torn lines", found.torn, "==", 0),
        Bar("runs that failed", len(found.failed), "==", 0),
        Bar("pages asked for twice", found.refetched, "<=", found.in_flight),
        Bar("asked for although delivered", found.needless, "==", 0),
        Bar("most in flight at a kill", found.most_in_flight, "<=", IN_FLIGHT),
        told("seconds", found.seconds),
    ]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m tests.measuring.crash", description=__doc__)
    parser.add_argument("--kills", type=int, default=100, help="how often the crawl is killed (default: 100)")
    parser.add_argument("--seed", type=int, default=1, help="decides the moments (default: 1)")
    parser.add_argument("--crawler", choices=("ours", "scrapy"), default="ours", help="who crawls (default: ours)")
    given = parser.parse_args(arguments)
    if given.crawler == "scrapy" and (why := missing()):
        parser.error(why)
    with tempfile.TemporaryDirectory() as folder:
        found = crash(given.kills, given.seed, Path(folder), given.crawler)
    return report(f"crash {given.crawler} seed {given.seed}", bars(found, given.kills))


if __name__ == "__main__":
    sys.exit(main())
