"""Who does the work of a run: the workers of this machine, or a cluster."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Generator, Iterable, Mapping
from contextlib import redirect_stdout
from typing import IO, Final, TypeAlias, cast

from scraper.cluster.ray_engine import cleaned_on_ray
from scraper.commands.batches import Entry, columns_of, items_of
from scraper.commands.delivery import Note, Start
from scraper.errors import UsageError
from scraper.workers import Plan, cleaned
from scraper.writer import Rendered

_Engine: TypeAlias = Callable[[Iterable[Entry], Namespace], Start]

_HERE: Final = "workers"
_BRIEF: Final = 200
"""Letters of a line that are worth reading."""


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
    def start(plan: Plan[Rendered]) -> Generator[Rendered | Note, None, None]:
        """Clean on a cluster."""
        # Ray prints on standard output when a machine is lost; that belongs to records, and was opened for them before.
        with redirect_stdout(cast("IO[str]", _Brief())):
            yield from cleaned_on_ray(entries, plan, columns_of(args), args.address)

    return start


class _Brief:
    """Standard error for those who say too much: of each text its first line, and of that the beginning."""

    def write(self, text: str) -> int:
        """Pass on what a person will read."""
        sys.stderr.write(text if text == "\n" else text.partition("\n")[0][:_BRIEF])
        return len(text)

    def flush(self) -> None:
        """Pass it on now."""
        sys.stderr.flush()


ENGINES: Final[Mapping[str, _Engine]] = {_HERE: _workers, "ray": _ray}
"""Engine by name."""
