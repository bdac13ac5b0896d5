"""How many processes clean pages, and how much one page may cost."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable
from functools import partial

from scraper.commands.outlet import form_of
from scraper.model.guard import Guard
from scraper.model.options import Options
from scraper.workers import Plan
from scraper.writer import Rendered, rendered

_DEFAULT = Guard()


def _at_least(least: float, number: Callable[[str], float]) -> Callable[[str], float]:
    """Return a reader of numbers that are not below `least`; `int` for whole ones."""

    def read(text: str) -> float:
        """Return the number a text stands for."""
        try:
            value = number(text)
        except ValueError:
            value = float("nan")
        if not least <= value < float("inf"):
            raise ArgumentTypeError(f"{text!r} is not a {'whole ' if number is int else ''}number from {least:g}")
        return value

    return read


def add_worker_arguments(parser: ArgumentParser) -> None:
    """Add `--workers` and the limits of a page."""
    parser.add_argument(
        "--workers",
        metavar="N",
        type=_at_least(0, int),
        help="processes that clean pages; 0 for none, and then no limits (default: one a core)",
    )
    parser.add_argument(
        "--page-cpu",
        metavar="S",
        type=_at_least(0.01, float),
        default=_DEFAULT.cpu_seconds,
        help=f"processor seconds a page may take (default: {_DEFAULT.cpu_seconds:g}); above: `timeout`",
    )
    parser.add_argument(
        "--page-seconds",
        metavar="S",
        type=_at_least(0.01, float),
        default=_DEFAULT.seconds,
        help=f"seconds by the clock that a page may take, the same way (default: {_DEFAULT.seconds:g})",
    )
    parser.add_argument(
        "--page-memory",
        metavar="MIB",
        type=_at_least(1, int),
        default=_DEFAULT.megabytes,
        help=f"MiB a worker may hold (default: {_DEFAULT.megabytes}); a page that needs more is skipped as `memory`",
    )


def worker_plan(args: Namespace, options: Options) -> Plan[Rendered]:
    """Return what the arguments stand for. Raises UsageError for a format that cannot be had."""
    guard = Guard(cpu_seconds=args.page_cpu, seconds=args.page_seconds, megabytes=args.page_memory)
    return Plan(partial(rendered, form_of(args).render), options, guard, args.workers)
