"""What commands that deliver records have in common: where to, in which format, and the account at the end."""

import sys
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, ExitStack, closing
from datetime import date

from scraper.commands.choices import add_judge_arguments, options
from scraper.commands.language_options import add_language_arguments
from scraper.commands.progress import progress
from scraper.commands.site_account import SiteAccount, add_site_arguments, past
from scraper.commands.summary import Summary
from scraper.commands.worker_options import add_worker_arguments, worker_plan
from scraper.reader import Item, Unreadable
from scraper.workers import cleaned
from scraper.writer import FORMATS, open_sink


def add_output_arguments(parser: ArgumentParser) -> None:
    """Add `-o`, `--format`, `-q` and what can be chosen about cleaning."""
    parser.add_argument(
        "-o",
        "--output",
        metavar="OUT",
        help="file to write, packed when it ends in .gz; takes its place when all is done (default: standard output)",
    )
    formats = "; ".join(f"{row.name}: {row.about}" for row in FORMATS.values())
    parser.add_argument("--format", choices=[*FORMATS], default="jsonl", help=f"{formats} (default: jsonl)")
    parser.add_argument("-q", "--quiet", action="store_true", help="no progress and no summary on standard error")
    parser.add_argument(
        "--second-opinion",
        action="store_true",
        help="ask trafilatura for title, authors and date where the page itself lacks them (slow, rarely right)",
    )
    add_worker_arguments(parser)
    add_judge_arguments(parser)
    add_site_arguments(parser)
    add_language_arguments(parser)


def deliver(items: Iterable[Item], args: Namespace) -> Summary:
    """Clean pages as they come, write their records, and return the account of the run.

    Inputs that cannot be read are named on standard error and the rest is still done. Raises OutputError.
    """
    chosen = options(args)
    for warning in past(chosen.site_rules, date.today()):
        complain(warning)
    summary, account = Summary(), SiteAccount(chosen.site_rules)
    begun = time.monotonic()
    with ExitStack() as stack:
        sink = stack.enter_context(open_sink(args.output, FORMATS[args.format], sys.stdout.buffer))
        tick = stack.enter_context(_bar(args))
        # Closed before the output is: whatever ends the run, no worker outlives it.
        for record in stack.enter_context(closing(cleaned(items, worker_plan(args, chosen)))):
            if isinstance(record, Unreadable):
                summary.unreadable += 1
                complain(f"cannot read {record.source}: {record.why}")
                continue
            sink.write(record)
            summary.add(record)
            account.add(record)
            tick()
    if not args.quiet:
        lines = [*summary.lines(time.monotonic() - begun), *account.lines()]
        sys.stderr.writelines(f"{line}\n" for line in lines)
    return summary


def complain(message: str) -> None:
    """Say on standard error what went wrong."""
    sys.stderr.write(f"scraper: {message}\n")


def _bar(args: Namespace) -> AbstractContextManager[Callable[[], None]]:
    """Return the progress bar; none where it would mix with records on the same terminal."""
    to_terminal = args.output is None and sys.stdout.isatty()
    return progress("cleaning", shown=not args.quiet and sys.stderr.isatty() and not to_terminal)
