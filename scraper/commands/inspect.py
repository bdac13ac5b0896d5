"""`scraper inspect`: one page drawn with every segment outlined, as one HTML file; or a folder, served to correct."""

import re
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from urllib.parse import urlsplit

from scraper.commands.choices import add_judge_arguments, options
from scraper.commands.delivery import complain
from scraper.commands.language_options import add_language_arguments
from scraper.commands.one_page import SCHEMES, one_page
from scraper.commands.site_account import add_site_arguments
from scraper.errors import UsageError
from scraper.model.document import Skipped
from scraper.writer.atomic import AtomicFile
from scraper.writer.border import naming

NAME = "inspect"
HELP = "draw a page with every segment outlined in the colour of its role, as one HTML file"

_UNFIT = re.compile(r"[^\w.-]+")


def add_arguments(parser: ArgumentParser) -> None:
    """Add the page, where the report goes, and what can be chosen about cleaning."""
    parser.add_argument(
        "page",
        nargs="?",
        metavar="PATH|URL",
        help="one saved page (HTML file, folder or JSONL with one page, -) or its address",
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar="REPORT",
        help="file to write, - for standard output (default: NAME.report.html in this folder, "
        "NAME being that of the file without its suffix, or of the host)",
    )
    parser.add_argument("--url", metavar="URL", help="address of a saved page: site rules and metadata depend on it")
    parser.add_argument(
        "--serve",
        metavar="FOLDER",
        type=Path,
        help="instead, show a folder of pages or fixtures in the browser, and correct what is expected of them",
    )
    parser.add_argument("--port", metavar="N", type=int, default=0, help="port to serve on (default: one that is free)")
    parser.add_argument("-q", "--quiet", action="store_true", help="say nothing when the report was written")
    add_judge_arguments(parser)
    add_site_arguments(parser)
    add_language_arguments(parser)


def run(args: Namespace) -> int:
    """Write the report, or serve a folder; 1 when the page gives no record that could be drawn."""
    if (args.page is None) == (args.serve is None):
        raise UsageError("name one page to draw, or a folder with --serve")
    return _draw(args) if args.serve is None else _serve(args)


def _serve(args: Namespace) -> int:
    """Serve a folder until interrupted."""
    from scraper.inspector.serve.server import serve

    if args.output or args.url:
        raise UsageError("-o and --url are for one page")
    serve(args.serve, options(args), args.port, _announce)
    return 0


def _announce(address: str) -> None:
    """Say where the folder is to be seen."""
    sys.stderr.write(f"open {address}\nEnd with Ctrl+C; corrections are saved as they are made.\n")
    sys.stderr.flush()


def _draw(args: Namespace) -> int:
    """Write the report of one page."""
    from scraper.inspector.picture import draw
    from scraper.pipeline import clean_result

    page = one_page(args)
    if isinstance(page, Skipped):
        return _refused(page)
    record = clean_result(page, options(args))
    if isinstance(record, Skipped):
        return _refused(record)
    output = args.output or default_name(args.page)
    _write(output, draw(page, record).encode())
    if not args.quiet:
        sys.stderr.write(f"{output}: {len(record.segments)} segments\n")
    return 0


def _refused(skip: Skipped) -> int:
    """Say why there is nothing to draw, and return the exit code."""
    complain(f"{skip.source}: nothing to draw, {skip.skipped}: {skip.detail}")
    return 1


def default_name(page: str) -> str:
    """Return the name of the report of a path or address, for the folder one stands in."""
    if page.startswith(SCHEMES):
        name = urlsplit(page).hostname or ""
    else:
        # Only what is known to be a suffix goes: a folder may be called "v1.2".
        name = re.sub(r"\.(x?html?|jsonl)(\.gz)?$", "", Path(page).resolve().name, flags=re.IGNORECASE)
    return f"{_UNFIT.sub('-', name).strip('-.') or 'page'}.report.html"


def _write(output: str, report: bytes) -> None:
    """Write the report, whole or not at all. Raises OutputError."""
    if output == "-":
        with naming("standard output"):
            sys.stdout.buffer.write(report)
            sys.stdout.buffer.flush()
        return
    with AtomicFile(Path(output)) as file:
        file.write(report)
