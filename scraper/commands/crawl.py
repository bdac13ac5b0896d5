"""`scraper crawl`: sources in, records out, one round of what is due, or round after round."""

import asyncio
import sys
import time
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from scraper.commands.crawl_status import dry_run, status
from scraper.commands.progress import progress
from scraper.errors import UsageError

if TYPE_CHECKING:
    from scraper.crawler.operations import Log
    from scraper.crawler.round import Manner
    from scraper.model.source import Crawl

NAME = "crawl"
HELP = "visit the sources that are due, and deliver what is new"

EXITS = """exit codes: 0 all is well; 1 a source failed, or an error was reported; 2 wrong usage, faults in SOURCES;
3 another crawl holds the state or the output; 4 the disk is full; 130, 143 stopped by a signal"""


def add_arguments(parser: ArgumentParser) -> None:
    """Add the sources file, what to do with it, and how."""
    parser.usage = "scraper crawl [options] SOURCES\n       scraper crawl status [--json] SOURCES"
    parser.epilog = EXITS
    parser.add_argument(
        "words",
        nargs="+",
        metavar="SOURCES",
        help="sources file (TOML); `status SOURCES` shows how its crawl stands, also while it runs",
    )
    doing = parser.add_mutually_exclusive_group()
    doing.add_argument("--watch", action="store_true", help="go on for ever (default: one round of what is due)")
    doing.add_argument("--dry-run", action="store_true", help="show what is due, and do nothing")
    parser.add_argument("--source", metavar="NAME", action="append", help="work on this source only; may be repeated")
    parser.add_argument("--now", action="store_true", help="work through sources although they are not due")
    parser.add_argument("--limit", metavar="N", type=_count, help="fetch at most so many pages")
    parser.add_argument("--warc", action="store_true", help="keep the answers as they came, too")
    parser.add_argument(
        "--workers", metavar="N", type=_count, help="processes that clean (default: cores - 1; 0: none)"
    )
    parser.add_argument("--grace", metavar="S", type=float, default=20.0, help="seconds to finish in when told to stop")
    parser.add_argument("--json", action="store_true", help="events, or the status, as JSON")
    parser.add_argument("-q", "--quiet", action="store_true", help="only warnings and errors on standard error")
    parser.add_argument("--metrics", metavar="[ADDRESS:]PORT", help="answer /metrics and /health there (127.0.0.1)")
    parser.add_argument(
        "--abandon-output", action="store_true", help="begin new files where the open ones were taken away"
    )
    _add_network_arguments(parser)


def _add_network_arguments(parser: ArgumentParser) -> None:
    """Add what loosens the guard against addresses that are not public."""
    network = parser.add_argument_group("for networks of your own")
    network.add_argument("--allow-loopback", action="store_true", help="connect to this machine")
    network.add_argument("--allow-private", action="store_true", help="connect to addresses that are not public")
    network.add_argument(
        "--resolve", metavar="HOST=IP", action="append", default=[], type=_pair, help="take this address for a host"
    )


def run(args: Namespace) -> int:
    """Do what the words say; see `EXITS`."""
    from scraper.crawler.sources import read_sources

    *order, path = args.words
    if order not in ([], ["status"]):
        raise UsageError(f"scraper crawl {' '.join(args.words)}: give one sources file, or `status` and one")
    plan = read_sources(Path(path))
    unknown = {*(args.source or ())} - {source.name for source in plan.sources}
    if unknown:
        raise UsageError(f"there is no source {', '.join(sorted(unknown))} in {path}")
    if order:
        return status(plan, as_json=args.json)
    if args.warc:
        plan = replace(plan, output=replace(plan.output, warc=True))
    return dry_run(plan, _manner(args), as_json=args.json) if args.dry_run else _crawl(plan, args)


def _crawl(plan: "Crawl", args: Namespace) -> int:
    """Run the crawl and return its exit code."""
    from scraper.crawler.operations import Tally
    from scraper.crawler.round import crawl

    tally = Tally(begun=time.time(), ticked=time.time())
    log = _log(args)
    with ExitStack() as stack:
        if args.metrics:
            from scraper.crawler.operations.endpoint import endpoint

            address, _, port = args.metrics.rpartition(":")
            stack.enter_context(endpoint(tally, _port(port), address or "127.0.0.1"))
        tally.advance = stack.enter_context(progress("crawling", shown=_is_bar_shown(args)))
        if args.abandon_output:
            _abandon(plan)
        number = asyncio.run(crawl(plan, _manner(args), log, tally))
    if not args.quiet and not args.json:
        sys.stderr.writelines(f"{line}\n" for line in tally.lines(time.time() - tally.begun))
    if number is not None:
        return 128 + number
    return 1 if tally.failed else 0


def _manner(args: Namespace) -> "Manner":
    """Return how the crawl is to be run."""
    from scraper.crawler.round import Manner
    from scraper.crawler.round.manner import default_workers
    from scraper.fetcher import Guard

    return Manner(
        watch=args.watch,
        only=frozenset(args.source) if args.source else None,
        now=args.now,
        limit=args.limit,
        workers=default_workers() if args.workers is None else args.workers,
        grace=args.grace,
        guard=Guard(args.allow_loopback, args.allow_private, dict(args.resolve)),
    )


def _abandon(plan: "Crawl") -> None:
    """Give up output files that somebody took away while they were open."""
    from scraper.crawler.delivery import abandon
    from scraper.crawler.memory import open_memory

    with open_memory(plan.state) as memory:
        for name in abandon(memory):
            sys.stderr.write(f"scraper: {name} is given up; the next record begins a new file\n")


def _log(args: Namespace) -> "Log":
    """Return where events are told: on a terminal the bar is enough, unless lines are asked for."""
    from scraper.crawler.operations import Style, open_log

    level = "warning" if args.quiet or _is_bar_shown(args) else "info"
    return open_log(sys.stderr, Style.JSON if args.json else Style.TEXT, level)


def _is_bar_shown(args: Namespace) -> bool:
    return sys.stderr.isatty() and not args.quiet and not args.json


def _count(text: str) -> int:
    """Return a whole number from 0 on."""
    if not text.isdecimal():
        raise ArgumentTypeError(f"{text!r} is not a whole number from 0 on")
    return int(text)


def _port(text: str) -> int:
    """Return a port. Raises UsageError."""
    if not (text.isdecimal() and int(text) < 65536):
        raise UsageError(f"--metrics: {text!r} is not a port")
    return int(text)


def _pair(text: str) -> tuple[str, str]:
    """Return a host and the address it is said to have."""
    host, mark, address = text.partition("=")
    if not (host and mark and address):
        raise ArgumentTypeError(f"{text!r} is not HOST=IP")
    return host, address
