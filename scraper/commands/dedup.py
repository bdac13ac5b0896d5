"""`scraper dedup`: records in, the same records out, each with its group of duplicates."""

import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections import Counter
from collections.abc import Iterator

from scraper.commands.delivery import complain
from scraper.commands.outlet import add_outlet_arguments, form_of, open_outlet
from scraper.commands.restored import restored
from scraper.errors import InputError, UsageError
from scraper.model.document import Document, Duplicate, Skipped
from scraper.writer import rendered

NAME = "dedup"
HELP = "mark the records of a data set that tell the same story, exactly or nearly"


def add_arguments(parser: ArgumentParser) -> None:
    """Add the records, what counts as the same, and what becomes of duplicates."""
    parser.add_argument(
        "files", nargs="+", metavar="FILE", help="records: JSONL (also .gz, .zst), Parquet, folders of them"
    )
    parser.add_argument("--exact", action="store_true", help="only stories with the same words; needs no extra package")
    parser.add_argument(
        "--similarity",
        metavar="P",
        type=_similarity,
        default=0.7,
        help="share of word triples from which on stories are near: 0.7 to 1 (default: 0.7)",
    )
    parser.add_argument(
        "--keep", choices=("first", "longest"), default="first", help="which of a group stands for it (default: first)"
    )
    parser.add_argument(
        "--drop", action="store_true", help="write duplicates as skips (`filtered`) and not as documents"
    )
    add_outlet_arguments(parser)


def run(args: Namespace) -> int:
    """Go through the records twice: note them, then write them with their marks; 1 when some could not be read."""
    from scraper.dataset.dedup import Keep, marks, open_ledger

    if "-" in args.files:
        raise UsageError("dedup reads its records twice, so standard input is not enough: name a file")
    with open_ledger(near=not args.exact) as ledger, open_outlet(args) as outlet:
        faults = 0
        for record in restored(args.files, complain, "" if args.quiet else "noting"):
            if isinstance(record, Document):
                ledger.note(record.source, record.text)
            faults += record is None
        found, counted = marks(ledger, Keep(args.keep), args.similarity), Counter[str]()
        for record in restored(args.files, _say_nothing, "" if args.quiet else "marking"):
            if record is not None:
                written = _marked(record, found, args)
                counted[_kind(written)] += 1
                outlet.put(rendered(form_of(args).render, written))
    if not args.quiet:
        sys.stderr.write(", ".join(f"{number} {kind}" for kind, number in sorted(counted.items())) + "\n")
    return 1 if faults else 0


def _marked(record: Document | Skipped, found: Iterator[Duplicate], args: Namespace) -> Document | Skipped:
    """Return a record with its mark. Raises InputError where there are more documents than were noted."""
    from scraper.dataset import Selection, selected
    from scraper.writer.record import marked

    if isinstance(record, Skipped):
        return record
    mark = next(found, None)
    if mark is None:
        raise InputError("the records changed while they were read")
    return selected(marked(record, mark), Selection(only_kept=args.drop))


def _kind(record: Document | Skipped) -> str:
    """Return what a record is counted as."""
    mark = getattr(record, "duplicate", None)
    if isinstance(mark, Duplicate):
        return f"{mark.how} duplicates" if mark.how else "kept"
    return f"skips ({record.skipped})" if isinstance(record, Skipped) else "documents"


def _similarity(text: str) -> float:
    """Return a number from 0.7, below which too few pairs would be compared, to 1."""
    try:
        value = float(text)
    except ValueError:
        value = 0
    if not 0.7 <= value <= 1:
        raise ArgumentTypeError(f"{text!r} is no number from 0.7 to 1")
    return value


def _say_nothing(message: str) -> None:
    """Pass over what was told when the records were noted."""
