"""The tasks of a crawl. One that breaks costs what it was about; one that meets a full disk ends them all."""

import asyncio
from collections.abc import Callable, Coroutine

from scraper.errors import OutputError, StateError

FATAL = (OutputError, StateError)
"""Errors after which nothing can be kept any more: the state or the output cannot be written."""


class Crew:
    """Starts tasks and looks after them."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[None]] = set()
        self._fatal: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.ended = asyncio.Event()

    def __len__(self) -> int:
        """Return how many tasks are not over."""
        return len(self._tasks)

    def start(self, work: Coroutine[object, object, None], broken: Callable[[BaseException], None]) -> None:
        """Start a task; `broken` is called with an error nobody foresaw, and the others go on."""
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(lambda over: self._over(over, broken))

    def _over(self, task: asyncio.Task[None], broken: Callable[[BaseException], None]) -> None:
        """Take note of the end of a task."""
        self._tasks.discard(task)
        self.ended.set()
        error = None if task.cancelled() else task.exception()
        if isinstance(error, FATAL):
            self.fail(error)
        elif error is not None:
            broken(error)

    def fail(self, error: BaseException) -> None:
        """Let `watch` raise an error."""
        if not self._fatal.done():
            self._fatal.set_exception(error)

    async def watch(self, main: Coroutine[object, object, None], beside: Coroutine[object, object, None]) -> None:
        """Do the main work until it is over, and other work beside it; raises the first error that ends all."""
        works = [asyncio.create_task(main), asyncio.create_task(beside)]
        try:
            done, _ = await asyncio.wait({*works, self._fatal}, return_when=asyncio.FIRST_COMPLETED)
            for over in done:
                over.result()
        finally:
            self._fatal.cancel()
            await _end({*works, *self._tasks})

    async def finish(self, seconds: float) -> int:
        """Wait so long for all tasks, end those that are left, and return how many those were."""
        late: set[asyncio.Task[None]] = set()
        if self._tasks:
            _, late = await asyncio.wait({*self._tasks}, timeout=seconds)
        await _end(late)
        return len(late)


async def _end(tasks: set[asyncio.Task[None]]) -> None:
    """Cancel tasks and wait until they are over."""
    for task in tasks:
        task.cancel()
    if tasks:
        await asyncio.wait(tasks)
