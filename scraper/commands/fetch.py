"""`scraper fetch`: addresses in, records out; one page is downloaded after the other."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Iterator, Mapping

from scraper.commands.delivery import add_output_arguments, complain, deliver
from scraper.errors import FetchError
from scraper.model.document import SCHEMA, Skipped, SkipReason
from scraper.model.page import FetchResult

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
    add_output_arguments(parser)


def run(args: Namespace) -> int:
    """Fetch and clean all addresses; 1 when one gave no usable answer."""
    summary = deliver(_fetched(args), args)
    return 1 if summary.skipped[SkipReason.FETCH_FAILED] else 0


def _fetched(args: Namespace) -> Iterator[FetchResult | Skipped]:
    """Yield the answer of each address, or the skip that says why there is none."""
    from scraper.fetcher import Fetcher
    from scraper.fetcher.limits import Limits

    asked = {name: getattr(args, name) for name in LIMITS}
    limits = Limits(**{name: value for name, value in asked.items() if value is not None})
    with Fetcher(limits) as fetcher:
        for url in args.urls:
            try:
                yield fetcher.fetch(url)
            except FetchError as fault:
                complain(str(fault))
                yield Skipped(SCHEMA, url, url, SkipReason.FETCH_FAILED, str(fault))
