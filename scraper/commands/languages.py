"""`scraper languages`: what each detector can name, and how well it was measured to."""

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from scraper.errors import UsageError

if TYPE_CHECKING:
    from scraper.tagger.catalogue import Accuracy
    from scraper.tagger.detectors import Detector

NAME = "languages"
HELP = "list the languages that each detector can name, with its measured accuracy"

_NOTE = (
    "percent of lines, each judged alone, that were given their language: mean of sentences, pairs of words and words\n"
    "(--detector NAME shows the three); yes: can be named, not measured; –: cannot be named"
)


def add_arguments(parser: ArgumentParser) -> None:
    """Add the detector and the form."""
    parser.add_argument("--detector", metavar="NAME", help="only this one, with all figures (default: all, with means)")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")


def run(args: Namespace) -> int:
    """Print the table."""
    from scraper.tagger.detectors import DETECTORS

    if args.detector is not None and args.detector not in DETECTORS:
        raise UsageError(f"there is no detector {args.detector!r}; there are {', '.join(DETECTORS)}")
    chosen = [DETECTORS[args.detector]] if args.detector else [*DETECTORS.values()]
    if args.json:
        sys.stdout.write(json.dumps([*_rows(chosen)], ensure_ascii=False, indent=1) + "\n")
    else:
        sys.stdout.writelines(f"{line}\n" for line in (_alone(chosen[0]) if args.detector else _table(chosen)))
    return 0


def _rows(chosen: "Sequence[Detector]") -> Iterator[Mapping[str, object]]:
    """Yield one object a language: names, scripts, and figures by detector (null where it was not measured)."""
    from scraper.tagger.catalogue import names, scripts_of

    named = {row.name: scripts_of(row) for row in chosen}
    for tag in sorted({tag for scripts in named.values() for tag in scripts}):
        there = [name for name, scripts in named.items() if tag in scripts]
        called = names().get(tag)
        yield {
            "tag": tag,
            "english": called.english if called else tag,
            "own": called.own if called else tag,
            "scripts": [*dict.fromkeys(script for name in there for script in named[name][tag])],
            "detectors": {name: found._asdict() if (found := _accuracy(name, tag)) else None for name in there},
        }


def _accuracy(detector: str, tag: str) -> "Accuracy | None":
    from scraper.tagger.catalogue import figures

    measured = figures().get(detector)
    return measured.languages.get(tag.partition("-")[0]) if measured else None


def _table(chosen: "Sequence[Detector]") -> Iterator[str]:
    """Yield all languages with the mean of each detector, then what the detectors are."""
    yield f"{'tag':8} {'script':10} {''.join(f'{row.name:>11}' for row in chosen)}  language"
    for row in _rows(chosen):
        cells = "".join(f"{_cell(row, one.name):>11}" for one in chosen)
        yield _line(row, cells)
    yield ""
    yield _NOTE
    for one in chosen:
        yield f"{one.name}: {one.about}; {_measured(one.name)}"


def _alone(detector: "Detector") -> Iterator[str]:
    """Yield the languages of one detector with all its figures."""
    yield f"{'tag':8} {'script':10} {'sentences':>11}{'pairs':>11}{'words':>11}  language"
    for row in _rows([detector]):
        found = _accuracy(detector.name, str(row["tag"]))
        yield _line(row, "".join(f"{100 * share:11.1f}" for share in found) if found else f"{'not measured':>33}")
    yield ""
    yield f"{detector.name}: {detector.about}; {_measured(detector.name)}"


def _line(row: Mapping[str, object], cells: str) -> str:
    scripts = row["scripts"]
    joined = ",".join(scripts) if isinstance(scripts, list) else ""
    return f"{row['tag']:8} {joined:10} {cells}  {row['english']} · {row['own']}"


def _cell(row: Mapping[str, object], detector: str) -> str:
    """Return the mean in percent, `yes` where it was not measured, a dash where it cannot be named."""
    there = row["detectors"]
    if not isinstance(there, dict) or detector not in there:
        return "–"
    found = _accuracy(detector, str(row["tag"]))
    return f"{100 * found.mean:.1f}" if found else "yes"


def _measured(detector: str) -> str:
    from scraper.tagger.catalogue import figures

    found = figures().get(detector)
    if found is None:
        return "not measured"
    lines = f"{found.lines} lines" if found.lines else "all lines"
    kept = ", each kept out of building the profiles it is judged by" if found.held_out else ""
    return f"measured with {found.version}, {lines} a language and kind{kept}"
