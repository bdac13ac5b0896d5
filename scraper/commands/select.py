"""`scraper select`: records in, those out that are wanted, in another format or with fewer fields."""

import sys
import time
from argparse import ArgumentParser, Namespace

from scraper.commands.delivery import complain
from scraper.commands.filters import wanted
from scraper.commands.language_options import tags
from scraper.commands.outlet import add_outlet_arguments, form_of, open_outlet
from scraper.commands.restored import restored
from scraper.commands.summary import Summary
from scraper.writer import rendered

NAME = "select"
HELP = "filter records that were written before, or write them in another format"


def add_arguments(parser: ArgumentParser) -> None:
    """Add the records and what is wanted of them."""
    parser.add_argument(
        "files", nargs="+", metavar="FILE", help="records: JSONL (also .gz, .zst), Parquet, folders of them, or -"
    )
    parser.add_argument("--lang", metavar="TAGS", type=tags, help="languages of the stories that are wanted: en,zh,…")
    parser.add_argument("--only-kept", action="store_true", help="without what `scraper dedup` marked as duplicates")
    add_outlet_arguments(parser)


def run(args: Namespace) -> int:
    """Write every record as it is wanted, or the skip in its place; 1 when some could not be read."""
    from scraper.dataset import Selection, selected

    selection = Selection(wanted(args), args.lang, args.only_kept)
    summary, begun, render = Summary(), time.monotonic(), form_of(args).render
    with open_outlet(args) as outlet:
        for record in restored(args.files, complain, "" if args.quiet else "selecting"):
            if record is None:
                summary.unreadable += 1
                outlet.unreadable("a record")
                continue
            chosen = selected(record, selection)
            one = rendered(render, chosen)
            outlet.put(one)
            summary.add(one)
    if not args.quiet:
        sys.stderr.writelines(f"{line}\n" for line in summary.lines(time.monotonic() - begun))
    return 1 if summary.unreadable else 0
