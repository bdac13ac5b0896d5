"""`scraper tag`: lines of plain text in, their languages out."""

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import BinaryIO

from scraper.commands.language_options import add_detector_arguments, options
from scraper.errors import InputError
from scraper.model.language import Tagged
from scraper.model.options import Options

NAME = "tag"
HELP = "label every line of a plain text with its language"

_BOM = b"\xef\xbb\xbf"


def add_arguments(parser: ArgumentParser) -> None:
    """Add the text, what it is taken for, and the form of the answers."""
    parser.add_argument("file", metavar="FILE", help="text in UTF-8, one segment a line; - for standard input")
    parser.add_argument(
        "--page",
        action="store_true",
        help="take the lines for one page, each the context of the others (holds them all)",
    )
    parser.add_argument(
        "--jsonl", action="store_true", help="write JSON lines (default: tag, confidence, text by tabs)"
    )
    add_detector_arguments(parser)


def run(args: Namespace) -> int:
    """Write one line for every line of the text, in order."""
    show = _json if args.jsonl else _tabs
    try:
        with nullcontext(sys.stdin.buffer) if args.file == "-" else Path(args.file).open("rb") as stream:
            _label(_lines(stream), options(args), show, page=args.page)
    except IsADirectoryError as fault:
        raise InputError(f"{args.file} is a folder; name a file of lines") from fault
    except (FileNotFoundError, PermissionError) as fault:
        raise InputError(f"cannot read {args.file}: {fault.strerror}") from fault
    return 0


def _label(lines: Iterable[str], chosen: Options, show: Callable[[Tagged, str], str], *, page: bool) -> None:
    """Write the lines with their languages as soon as they are known."""
    from scraper.tagger import tag

    write = sys.stdout.buffer.write
    pages: Iterable[list[str]] = [[*lines]] if page else ([line] for line in lines)
    for texts in pages:
        for tagged, text in zip(tag(texts, options=chosen), texts, strict=True):
            write(show(tagged, text).encode("utf-8", "replace") + b"\n")


def _lines(stream: BinaryIO) -> Iterator[str]:
    """Yield the lines of a stream without their ends; bytes that are no UTF-8 become U+FFFD."""
    for at, line in enumerate(stream):
        bare = line.removeprefix(_BOM) if at == 0 else line
        yield bare.removesuffix(b"\n").removesuffix(b"\r").decode("utf-8", "replace")


def _tabs(tagged: Tagged, text: str) -> str:
    """Return tag, confidence and text, parted by tabs; a tab of the text is after the second."""
    return f"{tagged.tag}\t{tagged.confidence:.4f}\t{text}"


def _json(tagged: Tagged, text: str) -> str:
    """Return the same and the script as JSON."""
    row = {"lang": tagged.tag, "lang_confidence": tagged.confidence, "script": tagged.script, "text": text}
    return json.dumps(row, ensure_ascii=False)
