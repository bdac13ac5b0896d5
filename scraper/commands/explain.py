"""`scraper explain`: where a text stands on a page, what it was labelled and why, and what would have changed that."""

import sys
from argparse import ArgumentParser, Namespace

from scraper.commands.choices import add_judge_arguments, options
from scraper.commands.delivery import complain
from scraper.commands.language_options import add_detector_arguments
from scraper.commands.one_page import one_page
from scraper.commands.site_account import add_site_arguments
from scraper.errors import UsageError
from scraper.model.document import Skipped

NAME = "explain"
HELP = "say where a text stands on a page, what it was labelled and why, and what would have changed the label"


def add_arguments(parser: ArgumentParser) -> None:
    """Add the page, the text, and what can be chosen about cleaning."""
    parser.add_argument("page", metavar="PATH|URL", help="one saved page, or its address (as for `scraper inspect`)")
    parser.add_argument("--find", metavar="TEXT", required=True, help="words of the segment that is meant")
    parser.add_argument("--most", metavar="N", type=int, default=5, help="explain at most N segments (default: 5)")
    parser.add_argument("--url", metavar="URL", help="address of a saved page")
    parser.add_argument("--json", action="store_true", help="print JSON instead of lines")
    add_judge_arguments(parser)
    add_site_arguments(parser)
    add_detector_arguments(parser)


def run(args: Namespace) -> int:
    """Explain; 1 where the text stands nowhere, or the page gives no record."""
    from scraper.inspector.explain.account import explain, explained_data, explained_lines, find
    from scraper.inspector.explain.case import open_case

    if not args.find.strip() or args.most < 1:
        raise UsageError("--find needs words to look for, and --most a number above 0")
    page = one_page(args)
    case = page if isinstance(page, Skipped) else open_case(page, options(args))
    if isinstance(case, Skipped):
        complain(f"{case.source}: nothing to explain, {case.skipped}: {case.detail}")
        return 1
    found = find(case, args.find)
    if not found:
        complain(f"{args.page}: no segment has the words {args.find!r}")
        return 1
    explained = explain(case, found[: args.most])
    if args.json:
        sys.stdout.write(explained_data(case, explained) + "\n")
    else:
        sys.stdout.write("\n\n".join("\n".join(explained_lines(case, one)) for one in explained) + "\n")
    if len(found) > args.most:
        complain(f"{len(found) - args.most} more segments have these words; --most shows more")
    return 0
