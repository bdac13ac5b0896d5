"""`scraper score`: this package, and others beside it, against pages whose story, metadata or labels are known."""

import json
import sys
from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING

from scraper.commands import score_languages, score_speed
from scraper.commands.choices import options
from scraper.commands.progress import progress
from scraper.errors import UsageError

if TYPE_CHECKING:
    from scraper.inspector.answer import System
    from scraper.inspector.site_memory_score import Remembered

NAME = "score"
HELP = "measure stories, metadata, roles, languages or speed on pages with gold"


def add_arguments(parser: ArgumentParser) -> None:
    """Add the corpora and what to measure on them."""
    parser.add_argument(
        "folders",
        nargs="+",
        metavar="FOLDER",
        type=Path,
        help="corpus: gold.jsonl and html/; with --roles: *.json; with --langid: sentences/",
    )
    parser.add_argument(
        "--against", metavar="NAMES", default="", help="peers to run too: trafilatura,bare_extraction,resiliparse"
    )
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--roles", action="store_true", help="score segments against pages labelled by hand, as JSON")
    what.add_argument(
        "--speed", action="store_true", help="time pages drawn at random against the peers (default: all)"
    )
    what.add_argument("--langid", action="store_true", help="score lines of known language, each alone")
    what.add_argument("--spans", action="store_true", help="score quotations inside paragraphs made of such lines")
    what.add_argument(
        "--spliced", action="store_true", help="put teasers and share blocks into the pages; folders of *.txt give more"
    )
    what.add_argument(
        "--site-memory", action="store_true", help="read pages host by host, without and with memory of earlier pages"
    )
    parser.add_argument("--worst", metavar="N", type=int, default=10, help="list the N worst pages (default: 10)")
    parser.add_argument("--json", action="store_true", help="print JSON instead of tables")
    parser.add_argument(
        "--limit",
        metavar="N",
        type=int,
        help=f"at most N pages a corpus, evenly spread; with --speed in all ({score_speed.DRAWN})",
    )
    parser.add_argument("--seed", metavar="N", type=int, default=1, help="what speed, spliced, spans draw (default: 1)")
    score_languages.add_arguments(parser)
    score_speed.add_arguments(parser)


def run(args: Namespace) -> int:
    """Measure and print."""
    if args.limit is not None and args.limit < 1:
        raise UsageError("--limit needs a number above 0")
    if args.held_out and not args.langid:
        raise UsageError("--held-out is for --langid")
    if args.growth and not args.speed:
        raise UsageError("--growth is for --speed")
    asked = (name for name in MEASURES if name and getattr(args, name))
    MEASURES[next(asked, "")](args)
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
    labelled, chosen = [], replace(options(args), spans=False)
    with progress("scoring", shown=sys.stderr.isatty(), total=len(pages)) as tick:
        for page in pages:
            record = clean_result(FetchResult(str(page.path), unpacked(page.path)), chosen)
            labelled.append((page, record.segments if isinstance(record, Document) else None))
            tick()
    languages = {part: asdict(score) for part, score in score_languages(labelled).items()}
    _print_json(asdict(score_roles(labelled)) | {"languages": languages})


def _spliced(args: Namespace) -> None:
    """Score pages into whose story teasers and share blocks were put; guests come from all pages of the folders."""
    from scraper.corpora.corpus import read_corpus, spread
    from scraper.corpora.guests import guests_of, read_sentences
    from scraper.corpora.splice import LeftOut, splices
    from scraper.inspector.spliced_report import spliced_data, spliced_lines
    from scraper.inspector.spliced_score import score_spliced

    texts = [folder for folder in args.folders if not (folder / "gold.jsonl").exists() and any(folder.glob("*.txt"))]
    corpora = [read_corpus(folder) for folder in args.folders if folder not in texts]
    guests = [guest for pages in corpora for guest in guests_of(pages)]
    guests += [guest for folder in texts for guest in read_sentences(folder, args.seed)]
    hosts = [page for pages in corpora for page in spread([p for p in pages if p.page_type == "article"], args.limit)]
    peers = _systems(args.against)[1:]
    scores, left_out = [], Counter[LeftOut]()
    with progress("scoring", shown=sys.stderr.isatty(), total=len(hosts)) as tick:
        for made in splices(hosts, guests, args.seed):
            if isinstance(made, LeftOut):
                left_out[made] += 1
            else:
                scores.append(score_spliced(made, peers))
            tick()
    if args.json:
        _print_json(spliced_data(scores, left_out))
    else:
        _print(spliced_lines(scores, left_out))


def _site_memory(args: Namespace) -> None:
    """Score stories without and with what was seen on earlier pages of the same host."""
    from scraper.corpora.corpus import read_corpus, spread
    from scraper.inspector.site_memory_score import hosts, score_host, site_memory_lines

    groups = hosts(page for folder in args.folders for page in spread(read_corpus(folder), args.limit))
    scores: list[Remembered] = []
    chosen = options(args)
    with progress("scoring", shown=sys.stderr.isatty(), total=sum(map(len, groups))) as tick:
        for pages in groups:
            scores += score_host(pages, chosen, tick)
    if args.json:
        _print_json([asdict(score) for score in scores])
    else:
        _print(site_memory_lines(scores))


def _speed(args: Namespace) -> None:
    """Time this package against its peers, all of them where none is named."""
    from scraper.inspector.peers import PEERS

    score_speed.score_speed(args, _systems(args.against or ",".join(PEERS))[1:])


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


MEASURES: Mapping[str, Callable[[Namespace], None]] = {
    "": _stories,
    "roles": _roles,
    "speed": _speed,
    "langid": score_languages.score_lines,
    "spans": score_languages.score_quotations,
    "spliced": _spliced,
    "site_memory": _site_memory,
}
"""What is measured, by the option that asks for it."""
