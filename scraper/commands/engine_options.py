"""Who does the work of a run: the workers of this machine, or a cluster."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Final, TypeAlias

from scraper.cluster.ray_engine import cleaned_on_ray
from scraper.commands.batches import Entry, columns_of, items_of
from scraper.commands.delivery import Start
from scraper.errors import UsageError
from scraper.workers import cleaned

_Engine: TypeAlias = Callable[[Iterable[Entry], Namespace], Start]

_HERE: Final = "workers"


def add_engine_arguments(parser: ArgumentParser) -> None:
    """Add `--engine` and `--address`."""
    parser.add_argument(
        "--engine",
        choices=[*ENGINES],
        default=_HERE,
        help="who cleans: worker processes of this machine, or a Ray cluster (extra cluster), which `--workers` "
        f"bounds; the records are the same (default: {_HERE})",
    )
    parser.add_argument(
        "--address",
        metavar="HOST:PORT",
        help="running Ray cluster (also ray://host:port, auto; default: RAY_ADDRESS, else one on this machine)",
    )


def engine(entries: Iterable[Entry], args: Namespace) -> Start:
    """Return what starts the run. Raises UsageError."""
    return ENGINES[args.engine](entries, args)


def _workers(entries: Iterable[Entry], args: Namespace) -> Start:
    if args.address is not None:
        raise UsageError("--address is that of a cluster: add --engine ray")
    items = items_of(entries, sys.stdin.buffer, columns_of(args))
    return lambda plan: cleaned(items, plan)


def _ray(entries: Iterable[Entry], args: Namespace) -> Start:
    return partial(cleaned_on_ray, entries, columns=columns_of(args), address=args.address)


ENGINES: Final[Mapping[str, _Engine]] = {_HERE: _workers, "ray": _ray}
"""Engine by name."""
