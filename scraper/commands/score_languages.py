"""What `scraper score` measures of languages: lines of known language, and quotations inside paragraphs."""

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from scraper.commands.choices import options
from scraper.commands.language_options import add_detector_arguments
from scraper.commands.progress import progress
from scraper.errors import InputError, OutputError, UsageError

if TYPE_CHECKING:
    from scraper.tagger.catalogue import Figures

_QUOTED = 25


def add_arguments(parser: ArgumentParser) -> None:
    """Add who is measured, and where its figures go."""
    add_detector_arguments(parser)
    parser.add_argument(
        "-o", "--output", metavar="FILE", type=Path, help="with --langid: put the figures into this file, beside others"
    )
    parser.add_argument(
        "--held-out",
        action="store_true",
        help="with --langid: build `profiles` anew without the lines they are judged on (two builds, a minute)",
    )


def score_lines(args: Namespace) -> None:
    """Measure detectors (names parted by commas) on lines of one corpus; print the figures, and write them with -o."""
    from scraper.inspector.langid_score import report

    (folder,) = args.folders if len(args.folders) == 1 else (_one_folder(),)
    names = args.detector.split(",")
    _check_output(args, names)
    found = {}
    for name in names:
        found[name], more = _measured(folder, args, name)
        if not args.json:
            sys.stdout.writelines(f"{line}\n" for line in (*report(name, found[name]), *more))
            sys.stdout.flush()
    if args.json:
        sys.stdout.write(json.dumps(_data(found), ensure_ascii=False, indent=1) + "\n")
    if args.output is not None:
        _write(args.output, _data(found))


def _check_output(args: Namespace, names: Sequence[str]) -> None:
    """Refuse to write figures that say something else than how good a detector is; raises `UsageError`."""
    if args.output is None:
        return
    if args.languages or args.language_second_opinion:
        raise UsageError("-o writes figures for a detector as it is: leave out --languages and second opinions")
    if "profiles" in names and not args.held_out:
        raise UsageError(
            "-o writes figures of `profiles` only with --held-out: they may have been built from the lines"
        )


def _measured(folder: Path, args: Namespace, name: str) -> "tuple[Figures, Sequence[str]]":
    """Return the figures of one detector, and further lines for people."""
    from scraper.inspector.held_out import HALVES, score_held_out, unseen_report
    from scraper.inspector.langid_score import KINDS, score_langid

    steps, chosen = sum(1 for _ in (folder / KINDS[0]).glob("*.txt")), replace(options(args), detector=name)
    kept_out = args.held_out and name == "profiles"
    with progress(f"scoring {name}", shown=sys.stderr.isatty(), total=steps + HALVES * kept_out) as tick:
        if not kept_out:
            return score_langid(folder, chosen, args.limit, tick), ()
        held = score_held_out(folder, chosen, args.limit, tick)
        return held.figures, [*unseen_report(held)]


def score_quotations(args: Namespace) -> None:
    """Measure spans on paragraphs that quote another language, made from the sentences of one corpus."""
    from scraper.corpora.quotes import quotings
    from scraper.inspector.span_score import score_spans

    (folder,) = args.folders if len(args.folders) == 1 else (_one_folder(),)
    found = score_spans(quotings(folder / "sentences", args.limit or _QUOTED, args.seed), options(args))
    sys.stdout.write(json.dumps(found, indent=1) + "\n")


def _one_folder() -> Path:
    raise UsageError("languages are measured on one folder: sentences/, word-pairs/ and single-words/ are in it")


def _data(found: "Mapping[str, Figures]") -> dict[str, object]:
    """Return figures as they stand in the file."""
    return {
        name: {
            "version": row.version,
            "lines": row.lines,
            **({"held_out": True} if row.held_out else {}),
            "languages": {tag: [*of] for tag, of in row.languages.items()},
        }
        for name, row in found.items()
    }


def _write(path: Path, found: Mapping[str, object]) -> None:
    """Put figures into a file; those of other detectors stay."""
    try:
        before = json.loads(path.read_bytes()) if path.exists() else {}
        rows = [f'"{name}": {json.dumps(row, ensure_ascii=False)}' for name, row in {**before, **found}.items()]
        path.write_text("{\n" + ",\n".join(rows) + "\n}\n", encoding="utf-8")
    except (ValueError, TypeError) as fault:
        raise InputError(f"{path} is no file of figures: {fault}") from fault
    except OSError as fault:
        raise OutputError(f"cannot write {path}: {fault.strerror}") from fault
