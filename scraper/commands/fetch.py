"""`scraper fetch`: addresses in, records out; one page is downloaded after the other."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Iterator

from scraper.commands.delivery import add_output_arguments, complain, deliver
from scraper.errors import FetchError
from scraper.model.document import SCHEMA, Skipped, SkipReason
from scraper.model.page import FetchResult

NAME = "fetch"
HELP = "download pages and clean them"


def add_arguments(parser: ArgumentParser) -> None:
    """Add the addresses, the limits of a download, and what all delivering commands share."""
    parser.add_argument("urls", nargs="+", metavar="URL", help="address of a page, http or https")
    parser.add_argument("--deadline", type=_positive(float), metavar="S", help="seconds a download may take as a whole")
    parser.add_argument("--max-bytes", type=_positive(int), metavar="N", help="bytes a page may have as it is sent")
    parser.add_argument("--user-agent", metavar="TEXT", help="how to introduce oneself to servers")
    add_output_arguments(parser)


def run(args: Namespace) -> int:
    """Fetch and clean all addresses; 1 when one gave no usable answer."""
    summary = deliver(_fetched(args), args)
    return 1 if summary.skipped[SkipReason.FETCH_FAILED] else 0


def _fetched(args: Namespace) -> Iterator[FetchResult | Skipped]:
    """Yield the answer of each address, or the skip that says why there is none."""
    from scraper.fetcher import Fetcher
    from scraper.fetcher.limits import Limits

    asked = {name: getattr(args, name) for name in ("deadline", "max_bytes", "user_agent")}
    limits = Limits(**{name: value for name, value in asked.items() if value is not None})
    with Fetcher(limits) as fetcher:
        for url in args.urls:
            try:
                yield fetcher.fetch(url)
            except FetchError as fault:
                complain(str(fault))
                yield Skipped(SCHEMA, url, url, SkipReason.FETCH_FAILED, str(fault))


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
