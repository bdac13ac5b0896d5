"""The line on Ray Data; the only file that knows ray.

    handfuls -> [read: inputs to pages] -> [clean: pages to records, under guard] -> records here, in order

Both steps are tasks, not actors: an actor of a machine that is lost waits for a place on another one, and its pages
with it; a task runs again wherever there is room. The keeper of a machine's process stays between tasks all the same.
Source: Ray Data user guide, "Execution configurations"; Ray Core, "Fault tolerance".
"""

import atexit
import logging
import os
import socket
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from functools import cache, partial
from typing import Any, Final
from urllib.parse import urlsplit

from scraper.cluster.guarded import GuardedLine, Orders
from scraper.cluster.parcels import opened
from scraper.cluster.reading import handfuls, pages_of
from scraper.errors import ClusterError, MissingExtraError, ScraperError, UsageError, WorkersError
from scraper.reader import Columns, Input
from scraper.workers import Plan
from scraper.workers.cleaning import cores

_BLOCK: Final = 2**20
"""Bytes from which on Ray passes a block of parcels on; below a parcel's own size, so mostly one parcel a task."""
_PATIENCE: Final = 5.0
"""Seconds that a cluster has to answer; Ray itself tries for two minutes and then ends the process."""
_READERS: Final = 4
"""Inputs that are read at a time; one reader keeps some fifty processors busy."""
_COLUMN: Final = "parcel"
_HERE: Final = "local"
"""Ray's word for a cluster on this machine."""


def cleaned_on_ray(
    entries: Iterable[object], plan: Plan[Any], columns: Columns, address: str | None = None
) -> Generator[Any, None, None]:
    """Yield what is made of the records of inputs, in order; what is neither input nor page passes in its place.

    `address` is that of a running cluster (`host:6379`, `ray://host:10001`, `auto`); None for `RAY_ADDRESS`, and where
    that is not set for a cluster on this machine that ends with the run. `plan.workers` bounds how many pages are
    cleaned at a time. Raises ClusterError, MissingExtraError, UsageError, and what the line raises for its options.
    """
    from scraper.pipeline import versions

    if plan.workers == 0:
        raise UsageError("--workers 0 means no guard, and pages are cleaned on a cluster under guard only")
    orders = Orders(plan, versions(plan.options)).sealed()
    all_entries = [*entries]
    rows = [{_COLUMN: parcel} for parcel in handfuls(all_entries)]
    if not any(isinstance(entry, Input) for entry in all_entries):
        # All was done before: that can be said without starting a cluster.
        yield from all_entries
        return
    with _connected(address, plan.workers) as ray, _translated(ray):
        for row in _line_over(ray, rows, (columns, orders), plan.workers).iter_rows():
            yield from opened(row[_COLUMN])


def _line_over(ray: Any, rows: list[dict[str, bytes]], told: tuple[Columns, bytes], workers: int | None) -> Any:
    """Return both steps over parcels of entries as a data set of Ray; nothing is done before it is asked for rows."""
    columns, orders = told
    tasks = ray.data.TaskPoolStrategy
    data = _quiet(ray.data.from_items(rows, override_num_blocks=len(rows)))
    # No processor is kept for reading: it would be one less for cleaning, which takes fifty times as long.
    pages = data.flat_map(partial(_read, columns=columns), num_cpus=0, compute=tasks(min(_READERS, len(rows))))
    return pages.map(partial(_clean, orders=orders), num_cpus=1, compute=tasks(workers))


def _read(row: dict[str, bytes], *, columns: Columns) -> Iterator[dict[str, bytes]]:
    """Read one parcel's inputs in a process of Ray."""
    for parcel in pages_of(row[_COLUMN], columns):
        yield {_COLUMN: parcel}


def _clean(row: dict[str, bytes], *, orders: bytes) -> dict[str, bytes]:
    """Clean one parcel in a process of Ray."""
    line = _line(orders)
    try:
        return {_COLUMN: line.clean(row[_COLUMN])}
    except ClusterError:
        raise
    except WorkersError:
        # A keeper that worked and is gone was killed from outside: Ray runs the task again in another process.
        if line.has_worked:
            os._exit(1)
        raise


@cache
def _line(orders: bytes) -> GuardedLine:
    """Return the guarded line of this process of Ray, which serves many tasks one after the other."""
    line = GuardedLine(orders)
    atexit.register(line.close)
    return line


def _quiet(data: Any) -> Any:
    """Return a data set whose records come in the order of its inputs, in small blocks, without words of Ray's own."""
    context = data.context
    context.execution_options.preserve_order = True
    context.target_max_block_size = _BLOCK
    # Wrapped in Ray's own error it would lose, on its way here, what it was.
    context.raise_original_map_exception = True
    context.enable_progress_bars = False
    context.print_on_execution_start = False
    return data


@contextmanager
def _connected(address: str | None, workers: int | None) -> Iterator[Any]:
    """Join a cluster, or start one here; one that the program has joined before is used and stays."""
    ray = _ray()
    if ray.is_initialized():
        yield ray
        return
    address = address or os.environ.get("RAY_ADDRESS") or _HERE
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    quiet = {"logging_level": logging.ERROR, "log_to_driver": False}
    try:
        if address == _HERE:
            ray.init(_HERE, num_cpus=workers or cores(), include_dashboard=False, **quiet)
        else:
            _call(address)
            ray.init(address, **quiet)
    # Ray gives up on a cluster that does not answer by ending the process.
    except (OSError, RuntimeError, ValueError, SystemExit) as fault:
        raise ClusterError(f"cannot join the cluster at {address}: {_one_line(fault)}") from fault
    try:
        yield ray
    finally:
        ray.shutdown()


def _call(address: str) -> None:
    """Raise OSError where nobody answers at an address with a port."""
    place = urlsplit(address if "://" in address else f"//{address}")
    if place.hostname and place.port:
        socket.create_connection((place.hostname, place.port), _PATIENCE).close()


@contextmanager
def _translated(ray: Any) -> Iterator[None]:
    """Turn errors of Ray into this package's own; those of another machine come out bare."""
    try:
        yield
    except (ray.exceptions.RayError, ray.data.exceptions.SystemException) as fault:
        bare = [cause for cause in _causes(fault) if not isinstance(cause, ray.exceptions.RayError)]
        if bare and isinstance(bare[0], ScraperError):
            raise bare[0] from fault
        raise ClusterError(f"the cluster broke off: {_one_line(bare[0] if bare else fault)}") from fault


def _causes(fault: BaseException | None) -> Iterator[BaseException]:
    """Yield an error and what it came from, through Ray's own wrappers too."""
    while fault is not None:
        yield fault
        inner = getattr(fault, "cause", None)
        fault = inner if isinstance(inner, BaseException) else fault.__cause__


def _ray() -> Any:
    """Return Ray with Ray Data, which leaves words to us. Raises MissingExtraError."""
    try:
        import ray
        import ray.data
    except ImportError as fault:
        raise MissingExtraError("--engine ray needs Ray: pip install 'scraper[cluster]'") from fault
    logging.getLogger("ray.data").setLevel(logging.ERROR)
    return ray


def _one_line(fault: BaseException) -> str:
    return " ".join(str(fault).split())[:300]
