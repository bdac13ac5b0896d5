"""The guarded line for Spark's `mapInPandas`; the only file that knows pandas.

    pages.mapInPandas(clean_frames, SCHEMA)

Spark sends a partition as frames of pandas; each partition has a keeper and a worker of its own below Spark's Python
process, so no page costs a task of Spark. Source: Spark SQL guide, "Apache Arrow in PySpark", Map.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from scraper.errors import MissingExtraError, UsageError
from scraper.model.document import SCHEMA as _VERSION
from scraper.model.document import Document, Skipped, SkipReason
from scraper.model.guard import Guard
from scraper.model.options import Options
from scraper.model.page import FetchResult
from scraper.workers import Plan, open_pool
from scraper.workers.cleaning import task, through
from scraper.writer.record import encode

SCHEMA: Final = (
    "url string, title string, text string, language string, confidence double, skipped string, record string"
)
"""Columns of the frames that come out, as Spark wants to be told; put your own in front: `f"id long, {SCHEMA}"`.

`record` is the whole record, one line of JSON, the same bytes as `scraper clean` writes; `language` the tag of the
story; `skipped` the reason where there is no document, else null.
"""

_NAMES: Final = tuple(column.split()[0] for column in SCHEMA.split(", "))


@dataclass(frozen=True, slots=True)
class Frames:
    """How frames are read and pages cleaned; can be pickled, as Spark demands."""

    html: str = "html"
    """Column with the page: text, or the bytes as served."""
    url: str = "url"
    """Column with its address; frames may lack it."""
    keep: tuple[str, ...] = ()
    """Columns that are passed on in front of the others."""
    options: Options = field(default_factory=Options)
    """Choices of the line."""
    guard: Guard = field(default_factory=Guard)
    """Limits of a page."""

    def __call__(self, frames: Iterable[Any]) -> Iterator[Any]:
        """Yield a frame for each frame of a partition: a row a page, in order. Raises UsageError, MissingExtraError."""
        pandas = _pandas()
        plan = Plan(_row, self.options, self.guard, 1)
        with open_pool(task(plan), 1) as pool:
            for frame in frames:
                made = pandas.DataFrame([*through(pool, self._pages(frame), plan)], columns=_NAMES, dtype=object)
                kept = frame[[*self.keep]].reset_index(drop=True)
                yield pandas.concat([kept, made], axis=1)

    def _pages(self, frame: Any) -> Iterator[FetchResult | Skipped]:
        """Yield the pages of a frame; a row without one is a skip in its place."""
        if self.html not in frame.columns:
            raise UsageError(f"the frame has no column {self.html!r}; it has {', '.join(map(str, frame.columns))}")
        urls = frame[self.url] if self.url in frame.columns else [None] * len(frame)
        for page, address in zip(frame[self.html], urls, strict=True):
            url = address if isinstance(address, str) else None
            if isinstance(page, str | bytes | bytearray):
                yield FetchResult(url or "-", page if isinstance(page, str) else bytes(page), url)
            else:
                yield Skipped(_VERSION, url or "-", url, SkipReason.BAD_ROW, f"no page in the column {self.html!r}")


def clean_frames(frames: Iterable[Any]) -> Iterator[Any]:
    """Clean the column `html` of each frame, `url` where there is one; `Frames` is the same with choices."""
    return Frames()(frames)


def _row(record: Document | Skipped) -> tuple[str | float | None, ...]:
    """Return the columns of a record; made in the worker, so that Spark's process has little to do."""
    line = encode(record).decode("utf-8")
    if isinstance(record, Skipped):
        return record.url, None, None, None, None, record.skipped.value, line
    return record.url, record.title, record.text, record.language.tag, record.confidence, None, line


def _pandas() -> Any:
    """Return pandas. Raises MissingExtraError."""
    try:
        import pandas
    except ImportError as fault:
        raise MissingExtraError("frames need pandas, as Spark's mapInPandas does: pip install pandas") from fault
    return pandas
