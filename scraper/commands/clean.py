"""`scraper clean`: saved pages in, records out."""

import sys
from argparse import ArgumentParser, Namespace

from scraper.commands.delivery import add_output_arguments, deliver
from scraper.reader import read

NAME = "clean"
HELP = "label every piece of text of saved pages, and write one record a page"


def add_arguments(parser: ArgumentParser) -> None:
    """Add the paths and what all delivering commands share."""
    parser.add_argument(
        "paths",
        nargs="+",
        metavar="PATH",
        help='HTML file, folder, JSONL file of {"url", "html"} rows (each also .gz), or - for standard input',
    )
    add_output_arguments(parser)


def run(args: Namespace) -> int:
    """Clean all paths; 1 when an input could not be read."""
    summary = deliver(read(args.paths, sys.stdin.buffer), args)
    return 1 if summary.unreadable else 0
