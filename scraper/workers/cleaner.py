"""The guarded line for programs: `with Cleaner() as cleaner: cleaner.clean(html)`."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from typing import Self

from scraper.model.document import Document, Skipped
from scraper.model.guard import Guard
from scraper.model.options import Options
from scraper.model.page import FetchResult
from scraper.workers.cleaning import Plan, cores, task, through, whole
from scraper.workers.pool import Pool, open_pool

_DEFAULTS = Options()
_GUARD = Guard()


class Cleaner:
    """Cleans pages in processes of its own: none can hang, swell or crash the program that asks.

    >>> with Cleaner(workers=1) as cleaner:
    ...     cleaner.clean("<h1>Rain</h1><p>It rained all day in the valley, and nobody minded.</p>").text
    'It rained all day in the valley, and nobody minded.'

    Starting takes about a second, so keep one for many pages. It is for one thread at a time. Raises WorkersError
    where no processes can be started, and what `clean` raises for options that cannot be met.
    """

    def __init__(self, options: Options = _DEFAULTS, *, workers: int | None = None, guard: Guard = _GUARD) -> None:
        self._plan = Plan(whole, options, guard, workers)
        self._stack = ExitStack()
        self._pool: Pool | None = None

    def __enter__(self) -> Self:
        """Start the processes."""
        self._pool = self._stack.enter_context(open_pool(task(self._plan), self._plan.workers or cores()))
        return self

    def __exit__(self, *_: object) -> None:
        """End them, whatever they do."""
        self._pool = None
        self._stack.close()

    def clean(self, html: str | bytes, url: str | None = None) -> Document | Skipped:
        """Return the record of one page."""
        return next(self.clean_many([(html, url)]))

    def clean_many(self, pages: Iterable[tuple[str | bytes, str | None]]) -> Iterator[Document | Skipped]:
        """Yield the record of each page in order; a page is its HTML and its address or None.

        Pages are taken as they are needed, so a generator over millions of them is fine.
        """
        if self._pool is None:
            raise ValueError("clean inside the with block")
        results = (FetchResult(url or "-", html, url) for html, url in pages)
        yield from through(self._pool, results, self._plan)
