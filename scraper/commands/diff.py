"""`scraper diff`: what changed from one run to another over the same pages."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from scraper.commands.delivery import complain
from scraper.commands.progress import progress
from scraper.errors import InputError, UsageError

NAME = "diff"
HELP = "compare two runs over the same pages: what changed, by role and language, worst pages first"

_DIFFERENT, _TROUBLE = 1, 2


def add_arguments(parser: ArgumentParser) -> None:
    """Add the two runs and how to compare them."""
    parser.add_argument("old", metavar="OLD.jsonl", type=Path, help="records of `scraper clean` or `fetch` (also .gz)")
    parser.add_argument("new", metavar="NEW.jsonl", type=Path, help="records of the same pages by another version")
    parser.add_argument(
        "--by", choices=["url", "source"], default="url", help="what tells pages apart (default: url, else source)"
    )
    parser.add_argument("--worst", metavar="N", type=int, default=20, help="list the N worst pages (default: 20)")
    parser.add_argument("--json", action="store_true", help="print JSON instead of tables")
    parser.epilog = "exit codes: 0 the runs say the same, 1 they differ, 2 trouble"


def run(args: Namespace) -> int:
    """Compare and print; the exit code is that of diff."""
    from scraper.inspector.runs.account import data, lines
    from scraper.inspector.runs.compare import compare_runs

    if args.worst < 0:
        raise UsageError("--worst needs a number that is not below 0")
    try:
        with progress("comparing", shown=sys.stderr.isatty()) as tick:
            account = compare_runs(args.old, args.new, by=args.by, worst=args.worst, tick=tick)
    except InputError as fault:
        complain(f"error: {fault}")
        return _TROUBLE
    if args.json:
        sys.stdout.write(data(account) + "\n")
    else:
        sys.stdout.writelines(f"{line}\n" for line in lines(account))
    return _DIFFERENT if account.differs else 0
