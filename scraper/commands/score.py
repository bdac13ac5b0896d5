"""`scraper score`: this package, and others beside it, against pages whose story, metadata or labels are known."""

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from scraper.commands.progress import progress
from scraper.errors import UsageError

if TYPE_CHECKING:
    from scraper.corpora.corpus import GoldPage
    from scraper.inspector.answer import System

NAME = "score"
HELP = "measure stories, metadata, roles, languages or speed on pages with gold"

_DRAWN = 100


def add_arguments(parser: ArgumentParser) -> None:
    """Add the corpora and what to measure on them."""
    parser.add_argument(
        "folders", nargs="+", metavar="FOLDER", type=Path, help="corpus: gold.jsonl and html/; with --roles: *.json"
    )
    parser.add_argument("--against", metavar="NAMES", default="", help="peers to run too: trafilatura,resiliparse")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--roles", action="store_true", help="score segments against pages labelled by hand, as JSON")
    what.add_argument(
        "--speed", action="store_true", help="time pages drawn at random against the peers (default: all)"
    )
    parser.add_argument("--worst", metavar="N", type=int, default=10, help="list the N worst pages (default: 10)")
    parser.add_argument("--json", action="store_true", help="print JSON instead of tables")
    parser.add_argument(
        "--limit",
        metavar="N",
        type=int,
        help=f"at most N pages a corpus, evenly spread; with --speed in all ({_DRAWN})",
    )
    parser.add_argument("--seed", metavar="N", type=int, default=1, help="which pages --speed draws (default: 1)")


def run(args: Namespace) -> int:
    """Measure and print."""
    if args.limit is not None and args.limit < 1:
        raise UsageError("--limit needs a number above 0")
    if args.roles:
        _roles(args)
    elif args.speed:
        _speed(args)
    else:
        _stories(args)
    return 0


def _stories(args: Namespace) -> None:
    """Score stories and metadata."""
    from scraper.corpora.corpus import read_corpus, spread
    from scraper.inspector.report import story_data, story_lines
    from scraper.inspector.story_score import score_page

    pages = [page for folder in args.folders for page in spread(read_corpus(folder), args.limit)]
    systems = _systems(args.against)
    scores = []
    with progress("scoring", shown=sys.stderr.isatty(), total=len(pages)) as tick:
        for page in pages:
            scores.append(score_page(page, systems))
            tick()
    if args.json:
        _print_json(story_data(scores, args.worst))
    else:
        _print(story_lines(scores, args.worst))


def _roles(args: Namespace) -> None:
    """Score roles and languages; the record of a page is made as `scraper clean` would make it."""
    from scraper.corpora.corpus import unpacked
    from scraper.corpora.role_gold import read_role_pages
    from scraper.inspector.language_score import score_languages
    from scraper.inspector.role_score import score_roles
    from scraper.model.document import Document
    from scraper.model.page import FetchResult
    from scraper.pipeline import clean_result

    pages = [page for folder in args.folders for page in read_role_pages(folder)[: args.limit]]
    labelled = []
    with progress("scoring", shown=sys.stderr.isatty(), total=len(pages)) as tick:
        for page in pages:
            record = clean_result(FetchResult(str(page.path), unpacked(page.path)))
            labelled.append((page, record.segments if isinstance(record, Document) else None))
            tick()
    languages = {part: asdict(score) for part, score in score_languages(labelled).items()}
    _print_json(asdict(score_roles(labelled)) | {"languages": languages})


def _speed(args: Namespace) -> None:
    """Time this package against its peers."""
    from scraper.corpora.corpus import drawn, read_corpus
    from scraper.inspector.peers import PEERS
    from scraper.inspector.report import speed_data, speed_lines
    from scraper.inspector.speed import race

    pages: Sequence[GoldPage] = [page for folder in args.folders for page in read_corpus(folder)]
    bodies = [page.body() for page in drawn(pages, args.limit or _DRAWN, args.seed)]
    systems = _systems(args.against or ",".join(PEERS))
    with progress("timing", shown=sys.stderr.isatty(), total=len(bodies)) as tick:
        result = race(bodies, systems, tick)
    if args.json:
        _print_json(speed_data(result))
    else:
        _print(speed_lines(result))


def _systems(names: str) -> "Sequence[System]":
    """Return this package and the peers that are named, parted by commas."""
    from scraper.inspector.answer import OWN
    from scraper.inspector.peers import PEERS

    asked = [name.strip() for name in names.split(",") if name.strip()]
    unknown = [name for name in asked if name not in PEERS]
    if unknown:
        raise UsageError(f"--against does not know {', '.join(unknown)}; it knows {', '.join(PEERS)}")
    return [OWN, *(PEERS[name] for name in dict.fromkeys(asked))]


def _print(lines: Iterable[str]) -> None:
    """Print lines on standard output."""
    sys.stdout.writelines(f"{line}\n" for line in lines)


def _print_json(value: object) -> None:
    """Print a value as JSON."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=1) + "\n")
