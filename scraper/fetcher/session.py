"""Fetching from ordinary, synchronous code: one address, or many over the same connections."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from types import TracebackType
from typing import Self

from scraper.errors import UsageError
from scraper.fetcher.client import download, open_client
from scraper.fetcher.limits import DEFAULT_LIMITS, Limits
from scraper.model.page import FetchResult


class Fetcher:
    """Open connections under one set of limits; use as a context manager, from one thread."""

    def __init__(self, limits: Limits = DEFAULT_LIMITS) -> None:
        """Open nothing yet but an event loop; raises UsageError inside a running one, or as `open_client` does."""
        _refuse_inside_loop()
        self._limits = limits
        self._client = open_client(limits)
        self._runner = asyncio.Runner()
        self._runner.get_loop().set_default_executor(_Resolver())

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the connections."""
        self.close()

    def fetch(self, url: str) -> FetchResult:
        """Return the answer at an address, whatever its status; raises the FetchError tree as `download` does.

        UsageError after `close`, or inside a running event loop.
        """
        _refuse_inside_loop()
        if self._client.is_closed:
            raise UsageError("this fetcher is closed; make a new one")
        return self._runner.run(download(self._client, url, self._limits))

    def close(self) -> None:
        """Close the connections and the loop; closing twice does nothing."""
        if not self._client.is_closed:
            self._runner.run(self._client.aclose())
            self._runner.close()


def fetch(url: str, limits: Limits = DEFAULT_LIMITS) -> FetchResult:
    """Return the answer at one address, whatever its status; raises as `Fetcher` and `Fetcher.fetch` do."""
    with Fetcher(limits) as fetcher:
        return fetcher.fetch(url)


class _Resolver(ThreadPoolExecutor):
    """The threads that look up names, not waited for at the end.

    A look-up cannot be cancelled. Waiting for one that hangs would carry `close` far beyond the deadline.
    """

    def shutdown(self, *_wait: object, **_options: object) -> None:
        """Take no more work; as the base class, but never wait, whatever is asked."""
        super().shutdown(wait=False, cancel_futures=True)


def _refuse_inside_loop() -> None:
    """Raise UsageError where an event loop already runs: blocking it would deadlock, not download."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return
    raise UsageError("fetch cannot be called from async code; there, await scraper.fetcher.download(client, url)")
