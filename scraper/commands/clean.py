"""`scraper clean`: saved pages in, records out."""

import sys
from argparse import ArgumentParser, Namespace

from scraper.commands.batches import columns_of, items_of, made_by
from scraper.commands.choices import options
from scraper.commands.delivery import add_output_arguments, deliver
from scraper.commands.outlet import is_folder
from scraper.reader import find, read

NAME = "clean"
HELP = "label every piece of text of saved pages, and write one record a page"


def add_arguments(parser: ArgumentParser) -> None:
    """Add the paths and what all delivering commands share."""
    parser.add_argument(
        "paths",
        nargs="+",
        metavar="PATH",
        help='HTML file, WARC, JSONL or Parquet of {"url", "html"} rows (also .gz, .zst), a folder or pattern of them, '
        "an address (s3://, hf://, …: extra remote), or - for standard input",
    )
    parser.add_argument("--html-column", metavar="NAME", default="html", help="field of rows with the page")
    parser.add_argument("--url-column", metavar="NAME", default="url", help="field of rows with its address")
    add_output_arguments(parser)


def run(args: Namespace) -> int:
    """Clean all paths; 1 when an input could not be read."""
    if is_folder(args):
        found = find(args.paths)
        summary = deliver(items_of(found, made_by(options(args), args), args, sys.stdin.buffer), args)
    else:
        summary = deliver(read(args.paths, sys.stdin.buffer, columns_of(args)), args)
    return 1 if summary.unreadable else 0
