"""Fetching from ordinary, synchronous code: one address, or many over the same connections."""

import asyncio
from contextlib import AsyncExitStack
from types import TracebackType
from typing import Self

from scraper.errors import UsageError
from scraper.fetcher.guard import Guard
from scraper.fetcher.limits import DEFAULT_LIMITS, Limits
from scraper.fetcher.visits import open_fetcher
from scraper.model.page import FetchResult

CAUTIOUS = Guard(proxies=True)
"""Public addresses only; proxies named in the environment are used, as by other programs for one's own use."""


class Fetcher:
    """Open connections under one set of limits; use as a context manager, from one thread."""

    def __init__(self, limits: Limits = DEFAULT_LIMITS, guard: Guard = CAUTIOUS) -> None:
        """Open nothing yet but an event loop; raises UsageError inside a running one."""
        _refuse_inside_loop()
        self._stack = AsyncExitStack()
        self._runner = asyncio.Runner()
        self._fetcher = self._runner.run(self._stack.enter_async_context(open_fetcher(limits, guard)))
        self._closed = False

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the connections."""
        self.close()

    def fetch(self, url: str) -> FetchResult:
        """Return the answer at an address, whatever its status; raises the FetchError tree as `visit` does.

        UsageError after `close`, inside a running event loop, or where the environment's settings make no sense.
        """
        _refuse_inside_loop()
        if self._closed:
            raise UsageError("this fetcher is closed; make a new one")
        return self._runner.run(self._fetcher.visit(url))

    def close(self) -> None:
        """Close the connections and the loop; closing twice does nothing."""
        if not self._closed:
            self._closed = True
            self._runner.run(self._stack.aclose())
            self._runner.close()


def fetch(url: str, limits: Limits = DEFAULT_LIMITS, guard: Guard = CAUTIOUS) -> FetchResult:
    """Return the answer at one address, whatever its status; raises as `Fetcher` and `Fetcher.fetch` do."""
    with Fetcher(limits, guard) as fetcher:
        return fetcher.fetch(url)


def _refuse_inside_loop() -> None:
    """Raise UsageError where an event loop already runs: blocking it would deadlock, not download."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return
    raise UsageError(
        "fetch cannot be called from async code; there, await the `visit` of a scraper.fetcher.open_fetcher()"
    )
