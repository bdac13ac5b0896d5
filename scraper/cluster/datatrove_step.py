"""The guarded line as a step of a datatrove pipeline; the only file that knows datatrove, and only its statistics.

    LocalPipelineExecutor([WarcReader("crawl/"), CleanStep(), JsonlWriter("out/")], tasks=8).run()

A pipeline takes anything that can be called with (data, rank, world_size), so the step needs nothing of datatrove to be
imported, sent to a machine, or run; where datatrove is there, the step counts in its statistics.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any, Final, Protocol

from scraper.model.document import Document, Skipped
from scraper.model.guard import Guard
from scraper.model.options import Options
from scraper.model.page import FetchResult
from scraper.workers import Plan, cleaned
from scraper.writer.fields import picked

_DEFAULTS: Final = Options()
_GUARD: Final = Guard()
_FIELDS: Final = ("title", "authors", "published", "language.tag", "confidence", "page_type")


class Carrier(Protocol):
    """What datatrove calls a document: a text and what is known of it."""

    text: str
    """The page as it comes, its story as it goes."""
    metadata: dict[str, Any]
    """`url` is read where it is there; the fields that were asked for are put in."""


class CleanStep:
    """Replaces the page in each document's text by its story, and puts fields of the record into its metadata.

    Documents come out in order. A page that gives no story is dropped, as datatrove's own extractors do, or with
    `keep_skipped` goes on with an empty text; `metadata["skipped"]` says why. `fields` are names as for `--fields`.
    """

    type = "🛢 - EXTRAC"
    name = "🧹 scraper"

    def __init__(
        self,
        fields: Iterable[str] = _FIELDS,
        *,
        keep_skipped: bool = False,
        options: Options = _DEFAULTS,
        guard: Guard = _GUARD,
        workers: int = 1,
    ) -> None:
        self._keep_skipped = keep_skipped
        self._plan = Plan(partial(_essence, (*fields,)), options, guard, workers)
        self.stats = _statistics(repr(self))

    def __repr__(self) -> str:
        """Return the line of the step in datatrove's logs."""
        return f"{self.type}: {self.name}"

    def __call__(self, data: Iterable[Carrier] | None, *_: int) -> Iterator[Carrier]:
        """Yield documents with their stories; which they are depends on rank and number of ranks, and is settled."""
        waiting: deque[Carrier] = deque()
        for story, skipped, told in cleaned(_pages(data or (), waiting), self._plan):
            carrier = waiting.popleft()
            goes_on = skipped is None or self._keep_skipped
            self._count("total", "forwarded" if goes_on else "dropped", *([f"skipped_{skipped}"] if skipped else []))
            if goes_on:
                carrier.text = story
                carrier.metadata.update(told)
                yield carrier

    def _count(self, *labels: str) -> None:
        """Count in datatrove's statistics, where there are such."""
        if self.stats is not None:
            for label in labels:
                self.stats[label].update(1)


def _pages(data: Iterable[Carrier], waiting: deque[Carrier]) -> Iterator[FetchResult]:
    """Yield documents as pages, and keep them for their stories."""
    for carrier in data:
        waiting.append(carrier)
        url = carrier.metadata.get("url")
        yield FetchResult(url or "-", carrier.text, url)


def _essence(fields: tuple[str, ...], record: Document | Skipped) -> tuple[str, str | None, dict[str, Any]]:
    """Return story, reason for a skip, and fields of a record; made in the worker."""
    if isinstance(record, Skipped):
        return "", record.skipped.value, {"skipped": record.skipped.value}
    return record.text, None, picked(fields, record)


def _statistics(name: str) -> Any:
    """Return datatrove's own counters; None where it is not installed."""
    try:
        from datatrove.utils.stats import Stats
    except ImportError:
        return None
    return Stats(name)
