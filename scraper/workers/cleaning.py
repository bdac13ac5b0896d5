"""The line in workers: pages in, records out, or whatever is to be made of a record where it was made."""

import os
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, Generic, TypeAlias, TypeVar

from scraper.model.document import SCHEMA, Document, Skipped, SkipReason
from scraper.model.guard import Guard
from scraper.model.options import Options
from scraper.model.page import FetchResult
from scraper.workers.keeper import Task
from scraper.workers.lost import Cause, Lost
from scraper.workers.pool import Pool, Ready, open_pool

Record: TypeAlias = Document | Skipped
Made = TypeVar("Made")
Made_co = TypeVar("Made_co", covariant=True)
Other = TypeVar("Other")

_WARM_UP = "<html lang=en><title>Rain</title><p>It rained all day in the valley, and nobody minded.<p>Voilà."
"""A page that makes the keeper read all rules and build all tables before the first fork."""

_REASONS: Final[Mapping[Cause, SkipReason]] = {
    Cause.TIMEOUT: SkipReason.TIMEOUT,
    Cause.MEMORY: SkipReason.MEMORY,
    Cause.CRASH: SkipReason.FAILED,
}


@dataclass(frozen=True, slots=True)
class Plan(Generic[Made_co]):
    """How pages are cleaned in workers."""

    finish: Callable[[Record], Made_co]
    """What is made of each record in the worker; can be pickled: a function of a module or a `partial` of one."""
    options: Options = field(default_factory=Options)
    """Choices of the line."""
    guard: Guard = field(default_factory=Guard)
    """Limits of a page."""
    workers: int | None = None
    """Number of processes; None for one a core, 0 for none: then no limits hold, and a crash takes all along."""


def whole(record: Record) -> Record:
    """Return a record as it is: the `finish` of those who want records."""
    return record


def cores() -> int:
    """Return how many processes this one may run at a time."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def prepare(options: Options, finish: Callable[[Record], Made]) -> Callable[[FetchResult], Made]:
    """Load the line, and return what workers do with a page. Raises what `clean_result` raises for its options."""
    from scraper.pipeline import clean_result

    clean_result(FetchResult("-", _WARM_UP), options)

    def work(page: FetchResult) -> Made:
        """Clean one page and finish its record."""
        return finish(clean_result(page, options))

    return work


def task(plan: Plan[Made]) -> Task:
    """Return a plan as what workers are given."""
    return Task(prepare, (plan.options, plan.finish), plan.guard)


def cleaned(items: Iterable[FetchResult | Skipped | Other], plan: Plan[Made]) -> Generator[Made | Other, None, None]:
    """Yield what is made of each page's record, in the order of the pages; anything else passes as it is.

    The same pages give the same answers with any number of workers, but for pages at the very edge of a limit.
    """
    if plan.workers == 0:
        yield from _here(items, plan)
        return
    with open_pool(task(plan), plan.workers or cores()) as pool:
        yield from through(pool, items, plan)


def through(
    pool: Pool, items: Iterable[FetchResult | Skipped | Other], plan: Plan[Made]
) -> Generator[Made | Other, None, None]:
    """Do the same in a pool that is open already, for `task(plan)`."""
    names: deque[tuple[str, str | None]] = deque()
    for answer in pool.stream(_jobs(items, plan, names)):
        source, url = names.popleft()
        if isinstance(answer, Lost):
            yield plan.finish(Skipped(SCHEMA, source, url, _REASONS[answer.cause], answer.why))
        else:
            yield answer


def _jobs(
    items: Iterable[FetchResult | Skipped | Other], plan: Plan[Made], names: deque[tuple[str, str | None]]
) -> Iterator[FetchResult | Ready]:
    """Yield pages as jobs and all else as answers; `names` gets what a record needs of each page that is lost."""
    for item in items:
        if isinstance(item, FetchResult):
            names.append((item.source, item.http.url if item.http else item.url))
            yield item
        else:
            names.append(("", None))
            yield Ready(plan.finish(item) if isinstance(item, Skipped) else item)


def _here(items: Iterable[FetchResult | Skipped | Other], plan: Plan[Made]) -> Generator[Made | Other, None, None]:
    """Do everything in this process."""
    work = prepare(plan.options, plan.finish)
    for item in items:
        if isinstance(item, FetchResult):
            yield work(item)
        else:
            yield plan.finish(item) if isinstance(item, Skipped) else item
