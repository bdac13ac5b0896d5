"""`scraper stats`: records in, a report on what there is out."""

import json
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from scraper.commands.delivery import complain
from scraper.commands.progress import table
from scraper.commands.restored import restored

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scraper.dataset.stats import Table, Tally

NAME = "stats"
HELP = "say what there is in a data set: languages, roles, lengths, confidence, skips, hosts"


def add_arguments(parser: ArgumentParser) -> None:
    """Add the records and how the report is shown."""
    parser.add_argument(
        "files", nargs="+", metavar="FILE", help="records: JSONL (also .gz, .zst), Parquet, folders of them, or -"
    )
    parser.add_argument("--json", action="store_true", help="write the report as JSON (default: tables)")
    parser.add_argument("--html", metavar="FILE", type=Path, help="write it as a page with pictures, too")
    parser.add_argument("--hosts", metavar="N", type=int, default=20, help="hosts to show (default: 20)")


def run(args: Namespace) -> int:
    """Count and show; 1 when some records could not be read."""
    from scraper.dataset.stats import Tally, page, tables

    tally = Tally()
    for record in restored(args.files, complain, "counting"):
        if record is None:
            tally.unreadable += 1
        else:
            tally.add(record)
    found = tables(tally, args.hosts)
    if args.html is not None:
        from scraper.writer.atomic import AtomicFile

        with AtomicFile(args.html) as file:
            file.write(page("Records in a data set", _about(tally, args.files), found).encode("utf-8"))
    if args.json:
        sys.stdout.write(_as_json(tally, found) + "\n")
    else:
        for one in found:
            rows = [(name, f"{n:,}", f"{share:.1%}") for (name, n), share in zip(one.rows, one.shares(), strict=True)]
            table(one.title, ("", "count", "share"), rows)
    return 1 if tally.unreadable else 0


def _about(tally: "Tally", files: "Sequence[str]") -> str:
    """Return one line on the whole."""
    mean = tally.chars // max(1, tally.documents)
    return f"{tally.records:,} records of {', '.join(files)}; stories have {mean:,} characters on average."


def _as_json(tally: "Tally", found: "Sequence[Table]") -> str:
    """Return the report as JSON: counts by name, in the order in which they are shown."""
    numbers = {name: getattr(tally, name) for name in ("records", "documents", "unreadable", "chars")}
    counts = {one.name: dict(one.rows) for one in found if one.name != "records"}
    return json.dumps({**numbers, **counts, "hosts_error": tally.hosts.error}, ensure_ascii=False)
