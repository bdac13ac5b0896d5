"""`scraper clean`: saved pages in, records out."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable

from scraper.commands.batches import Entry, entries_of, made_by
from scraper.commands.choices import options
from scraper.commands.delivery import add_output_arguments, deliver
from scraper.commands.engine_options import add_engine_arguments, engine
from scraper.commands.outlet import is_folder
from scraper.reader import find

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
    add_engine_arguments(parser)
    add_output_arguments(parser)


def run(args: Namespace) -> int:
    """Clean all paths; 1 when an input could not be read."""
    entries: Iterable[Entry] = find(args.paths)
    if is_folder(args):
        entries = entries_of(find(args.paths), made_by(options(args), args), args)
    return 1 if deliver(engine(entries, args), args).unreadable else 0
