"""The one page that a command was asked about: a saved one, or one at an address."""

import sys
from argparse import Namespace
from dataclasses import replace
from itertools import islice
from typing import Final

from scraper.errors import InputError, UsageError
from scraper.model.document import Skipped
from scraper.model.page import FetchResult
from scraper.reader import Unreadable, read

SCHEMES: Final = ("http://", "https://")
"""How an address begins; all else is a path."""


def one_page(args: Namespace) -> FetchResult | Skipped:
    """Return the page that `args.page` names; `args.url` is the address of a saved one.

    Raises FetchError, InputError, UsageError.
    """
    if args.page.startswith(SCHEMES):
        return _fetched(args)
    found = list(islice(read([args.page], sys.stdin.buffer), 2))
    if not found:
        raise UsageError(f"{args.page} holds no page")
    item = found[0]
    if isinstance(item, Unreadable):
        raise InputError(f"cannot read {item.source}: {item.why}")
    if len(found) > 1:
        raise UsageError(f"{args.page} holds more than one page; name the one that is meant")
    return replace(item, url=args.url or item.url)


def _fetched(args: Namespace) -> FetchResult:
    """Return the answer at an address."""
    from scraper.fetcher import fetch

    if args.url is not None:
        raise UsageError("--url is for saved pages; this page was given by its address")
    return fetch(args.page)
