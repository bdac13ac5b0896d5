"""`scraper fetch`: addresses in, records out; one page is downloaded after the other."""

import random
import time
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING

from scraper.commands.delivery import add_output_arguments, complain, deliver
from scraper.errors import FetchError
from scraper.model.document import SCHEMA, Skipped, SkipReason
from scraper.model.page import FetchResult
from scraper.workers import cleaned

if TYPE_CHECKING:
    from scraper.fetcher import Fetcher

NAME = "fetch"
HELP = "download pages and clean them"


def _positive(number: Callable[[str], float]) -> Callable[[str], float]:
    """Return a reader of numbers above nought, whole ones (`int`) or any (`float`)."""

    def read(text: str) -> float:
        """Return the number a text stands for."""
        try:
            value = number(text)
        except ValueError:
            value = 0
        if not 0 < value < float("inf"):
            raise ArgumentTypeError(f"{text!r} is not a {'whole ' if number is int else ''}number above 0")
        return value

    return read


_NUMBERS: Mapping[str, Callable[[str], float]] = {"S": _positive(float), "N": _positive(int), "COUNT": int}

LIMITS: Mapping[str, tuple[str, str]] = {
    "deadline": ("S", "seconds a download may take as a whole (default: 30)"),
    "connect_timeout": ("S", "seconds until a connection stands (default: 10)"),
    "read_timeout": ("S", "seconds a server may be silent (default: 15)"),
    "max_bytes": ("N", "bytes a page may have as it is sent (default: 10 MiB)"),
    "max_inflated": ("N", "bytes a page may have once it is unpacked (default: 20 MiB)"),
    "max_redirects": ("COUNT", "redirects to follow for one address, 0 for none (default: 10)"),
    "user_agent": ("TEXT", "how to introduce oneself to servers"),
}
"""Fields of `fetcher.limits.Limits` that can be set: what the value is called, and what it bounds."""


def add_arguments(parser: ArgumentParser) -> None:
    """Add the addresses, the limits of a download, and what all delivering commands share."""
    parser.add_argument("urls", nargs="+", metavar="URL", help="address of a page, http or https")
    for name, (metavar, about) in LIMITS.items():
        number = _NUMBERS.get(metavar, str)
        parser.add_argument(f"--{name.replace('_', '-')}", type=number, metavar=metavar, help=about)
    about = "further attempts where a server is busy or a connection fails, 0 for none (default: 2)"
    parser.add_argument("--retries", type=_count, default=2, metavar="COUNT", help=about)
    parser.add_argument(
        "--allow-loopback", action="store_true", help="ask this machine itself as well (127.0.0.1, ::1)"
    )
    parser.add_argument("--allow-private", action="store_true", help="ask private networks as well (10.0.0.0/8, …)")
    add_output_arguments(parser)


def run(args: Namespace) -> int:
    """Fetch and clean all addresses; 1 when one gave no usable answer."""
    summary = deliver(partial(cleaned, _fetched(args)), args)
    return 1 if summary.skipped[SkipReason.FETCH_FAILED] else 0


def _count(text: str) -> int:
    """Return a number of times."""
    if not text.isdecimal():
        raise ArgumentTypeError(f"{text!r} is not a number of times")
    return int(text)


def _fetched(args: Namespace) -> Iterator[FetchResult | Skipped]:
    """Yield the answer of each address, or the skip that says why there is none."""
    from scraper.fetcher import Fetcher, Guard, Limits

    asked = {name: getattr(args, name) for name in LIMITS}
    limits = Limits(**{name: value for name, value in asked.items() if value is not None})
    # One's own addresses go the way of one's other programs: through the proxies of the environment.
    guard = Guard(allow_loopback=args.allow_loopback, allow_private=args.allow_private, proxies=True)
    with Fetcher(limits, guard) as fetcher:
        for url in args.urls:
            outcome = _patiently(fetcher, url, args)
            if isinstance(outcome, FetchResult):
                yield outcome
            else:
                complain(str(outcome))
                yield Skipped(SCHEMA, url, url, SkipReason.FETCH_FAILED, str(outcome))


def _patiently(fetcher: "Fetcher", url: str, args: Namespace) -> FetchResult | FetchError:
    """Return what came of the last attempt at an address, after waiting between attempts, and saying so."""
    from scraper.fetcher.retry import GiveUp, Policy, decide

    policy = Policy(attempts=1 + args.retries)
    for attempt in range(1, policy.attempts + 1):
        outcome = _try(fetcher, url)
        verdict = decide(outcome, attempt, time.time(), random.random(), policy)  # noqa: S311 - spreads, hides nothing
        if isinstance(verdict, GiveUp):
            break
        if not args.quiet:
            complain(f"{url}: {verdict.cause}; attempt {attempt + 1} of {policy.attempts} in {verdict.after:.1f} s")
        time.sleep(verdict.after)
    return outcome


def _try(fetcher: "Fetcher", url: str) -> FetchResult | FetchError:
    """Return what comes of one attempt."""
    try:
        return fetcher.fetch(url)
    except FetchError as fault:
        return fault
