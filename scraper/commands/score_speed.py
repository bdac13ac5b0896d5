"""What `scraper score --speed` measures: time against other tools, by parts of the line, and by size of the page."""

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING

from scraper.commands.progress import progress

if TYPE_CHECKING:
    from scraper.inspector.answer import System

DRAWN = 100
"""Pages drawn at random where nobody says how many."""


def add_arguments(parser: ArgumentParser) -> None:
    """Add what is measured beside the race."""
    parser.add_argument(
        "--growth",
        action="store_true",
        help="with --speed: time pages of 10 KB to 10 MB too, made of the pages drawn (half a minute)",
    )


def score_speed(args: Namespace, peers: "Sequence[System]") -> None:
    """Time this package against peers on pages drawn at random, then its parts; print the figures."""
    from scraper.corpora.corpus import drawn, read_corpus
    from scraper.inspector.growth import SIZES, grow
    from scraper.inspector.parts import measure_parts
    from scraper.inspector.speed import WHOLE_LINE, race
    from scraper.inspector.speed_report import Timing, timing_data, timing_lines

    pages = [page for folder in args.folders for page in read_corpus(folder)]
    bodies = [page.body() for page in drawn(pages, args.limit or DRAWN, args.seed)]
    sizes = SIZES if args.growth else ()
    with progress("timing", shown=sys.stderr.isatty(), total=2 * len(bodies) + len(sizes)) as tick:
        timing = Timing(
            race(bodies, [WHOLE_LINE, *peers], tick), measure_parts(bodies, tick), grow(bodies, tick, sizes)
        )
    if args.json:
        sys.stdout.write(json.dumps(timing_data(timing), ensure_ascii=False, indent=1) + "\n")
    else:
        sys.stdout.writelines(f"{text}\n" for text in timing_lines(timing))
