"""The table of commands, and the way from the words of a command line to one of them.

Exit codes: 0 every input gave its record; 1 some input could not be read, or an error was reported; 2 wrong usage;
3 another crawl holds the state; 4 the disk is full; 130 interrupted, 143 told to end; 141 nobody reads standard output
any more (128 + SIGPIPE, as the shell says it).
"""

import argparse
import os
import sys
from collections.abc import Mapping, Sequence
from typing import Final

from scraper.commands import (
    clean,
    crawl,
    diff,
    explain,
    fetch,
    fixture,
    inspect,
    languages,
    schema,
    score,
    tag,
    train,
    train_language,
)
from scraper.commands.command import Command
from scraper.errors import DiskFullError, LockedError, ScraperError, SourcesError, UsageError
from scraper.model.version import __version__

COMMANDS: Final = (
    Command(clean.NAME, clean.HELP, clean.add_arguments, clean.run),
    Command(fetch.NAME, fetch.HELP, fetch.add_arguments, fetch.run),
    Command(crawl.NAME, crawl.HELP, crawl.add_arguments, crawl.run),
    Command(inspect.NAME, inspect.HELP, inspect.add_arguments, inspect.run),
    Command(fixture.NAME, fixture.HELP, fixture.add_arguments, fixture.run),
    Command(explain.NAME, explain.HELP, explain.add_arguments, explain.run),
    Command(diff.NAME, diff.HELP, diff.add_arguments, diff.run),
    Command(tag.NAME, tag.HELP, tag.add_arguments, tag.run),
    Command(languages.NAME, languages.HELP, languages.add_arguments, languages.run),
    Command(score.NAME, score.HELP, score.add_arguments, score.run),
    Command(train.NAME, train.HELP, train.add_arguments, train.run),
    Command(train_language.NAME, train_language.HELP, train_language.add_arguments, train_language.run),
    Command(schema.NAME, schema.HELP, schema.add_arguments, schema.run),
)
"""All commands in the order of the help; a new one is its file and one row."""

FAILED, USAGE, LOCKED, DISK_FULL, INTERRUPTED, NOBODY_READS = 1, 2, 3, 4, 130, 141

EXITS: Mapping[type[ScraperError], int] = {
    UsageError: USAGE,
    SourcesError: USAGE,
    LockedError: LOCKED,
    DiskFullError: DISK_FULL,
    ScraperError: FAILED,
}
"""What each error ends with; the nearest base counts."""


def main(words: Sequence[str] | None = None) -> int:
    """Run the command line `words` (default: the process's own) and return the exit code."""
    # A page's matrices are small: threads would only wait for each other, and how they share sums changes last digits.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    args = build_parser().parse_args(words)
    try:
        code: int = args.run(args)
        sys.stdout.flush()
    except ScraperError as error:
        sys.stderr.write(f"scraper: error: {error}\n")
        return next(EXITS[base] for base in type(error).__mro__ if base in EXITS)
    except BrokenPipeError:
        _silence_stdout()
        return NOBODY_READS
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    parser = argparse.ArgumentParser(
        prog="scraper",
        description="Web pages in any language in, clean labelled text out.",
        epilog="exit codes: 0 every input gave its record, 1 some input could not be read, 2 wrong usage",
    )
    parser.add_argument("--version", action="version", version=f"scraper {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for command in COMMANDS:
        own = commands.add_parser(command.name, help=command.help, description=command.help)
        command.add_arguments(own)
        own.set_defaults(run=command.run)
    return parser


def _silence_stdout() -> None:
    """Point standard output to nowhere: the interpreter flushes it once more at its end and would complain."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
