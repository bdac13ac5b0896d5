"""What commands that deliver records have in common: where to, in which format, and the account at the end."""

import sys
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Generator
from contextlib import AbstractContextManager, ExitStack, closing
from datetime import date
from typing import TypeAlias

from scraper.commands.choices import add_judge_arguments, options
from scraper.commands.language_options import add_language_arguments
from scraper.commands.outlet import Outlet, add_outlet_arguments, open_outlet
from scraper.commands.progress import progress
from scraper.commands.site_account import SiteAccount, add_site_arguments, past
from scraper.commands.summary import Summary
from scraper.commands.worker_options import add_worker_arguments, worker_plan
from scraper.reader import Remark, Unreadable
from scraper.workers import Plan
from scraper.writer import Rendered, Task

Note: TypeAlias = Unreadable | Remark | Task
"""What passes between records: faults and words on inputs, and where the next shard begins."""

Start: TypeAlias = Callable[[Plan[Rendered]], Generator[Rendered | Note, None, None]]
"""Takes a plan and gives records in the order of their pages; closing it ends all that works for it."""


def add_output_arguments(parser: ArgumentParser) -> None:
    """Add where records go, and what can be chosen about cleaning."""
    add_outlet_arguments(parser)
    parser.add_argument(
        "--second-opinion",
        action="store_true",
        help="ask trafilatura for title, authors and date where the page itself lacks them (slow, rarely right)",
    )
    add_worker_arguments(parser)
    add_judge_arguments(parser)
    add_site_arguments(parser)
    add_language_arguments(parser)


def deliver(start: Start, args: Namespace) -> Summary:
    """Start a run with the plan that the arguments stand for, write its records, and return the account of it.

    Inputs that cannot be read are named on standard error and the rest is still done. Raises OutputError.
    """
    chosen = options(args)
    for warning in past(chosen.site_rules, date.today()):
        complain(warning)
    summary, account = Summary(), SiteAccount(chosen.site_rules)
    begun = time.monotonic()
    with ExitStack() as stack:
        outlet = stack.enter_context(open_outlet(args))
        tick = stack.enter_context(_bar(args))
        stream = start(worker_plan(args, chosen))
        # Closed before the output is: whatever ends the run, no worker outlives it.
        stack.enter_context(closing(stream))
        for item in stream:
            if isinstance(item, Rendered):
                outlet.put(item)
                summary.add(item)
                account.add(item)
                tick()
            else:
                _note(item, outlet, summary)
    if not args.quiet:
        lines = [*summary.lines(time.monotonic() - begun), *account.lines()]
        sys.stderr.writelines(f"{line}\n" for line in lines)
    return summary


def _note(item: Note, outlet: Outlet, summary: Summary) -> None:
    """Act on what is no record."""
    if isinstance(item, Task):
        outlet.begin(item)
    elif isinstance(item, Remark):
        complain(f"{item.source}: {item.says}")
    else:
        summary.unreadable += 1
        outlet.unreadable(f"{item.source}: {item.why}")
        complain(f"cannot read {item.source}: {item.why}")


def complain(message: str) -> None:
    """Say on standard error what went wrong."""
    sys.stderr.write(f"scraper: {message}\n")


def _bar(args: Namespace) -> AbstractContextManager[Callable[[], None]]:
    """Return the progress bar; none where it would mix with records on the same terminal."""
    to_terminal = args.output is None and sys.stdout.isatty()
    return progress("cleaning", shown=not args.quiet and sys.stderr.isatty() and not to_terminal)
