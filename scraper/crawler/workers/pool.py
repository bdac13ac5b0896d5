"""The crawler's side: so many workers, each busy with one call, replaced when they die or take too long."""

import asyncio
import os
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar, TypeVarTuple, cast

import scraper
from scraper.crawler.workers.child import ANSWER, BROKEN, ERROR
from scraper.errors import ScraperError
from scraper.workers.frames import HEAD, pack, unpack

_Ts = TypeVarTuple("_Ts")
_T = TypeVar("_T")

SECONDS = 60.0
"""How long one call may take; the slowest page of the development corpora takes about two."""

_START = "import sys; from scraper.crawler.workers.child import main; main(float(sys.argv[1]))"
_MARGIN = 5.0
_WARMING = 60.0


@dataclass(frozen=True, slots=True)
class Lost:
    """A call that gave no answer because its worker died or was ended."""

    why: str
    """One line for a person."""


class Pool(Protocol):
    """Where functions are called that read what the web has sent."""

    async def run(self, function: Callable[[*_Ts], _T], *arguments: *_Ts) -> _T | Lost:
        """Return what `function(*arguments)` returns, or Lost; raises the errors of this package it raises.

        The function is one of a module, its arguments and its answer can be pickled.
        """

    async def warm(self) -> None:
        """Get ready for calls: what is done beforehand makes no page wait."""


@asynccontextmanager
async def open_pool(
    workers: int, seconds: float = SECONDS, warm: Callable[[], object] | None = None
) -> AsyncIterator[Pool]:
    """Yield a pool of so many processes; with 0, calls are made in a thread of this one and have no time limit.

    `warm` is called once in each process before anything else, and does not count against the time of a call.
    """
    if workers == 0:
        with ThreadPoolExecutor(1, "reading") as thread:
            yield _Thread(thread, warm)
        return
    pool = _Processes(workers, seconds, warm)
    try:
        yield pool
    finally:
        await pool.close()


class _Thread:
    """Calls in a thread of this process: the event loop goes on, but a page that hangs or crashes takes all with it."""

    def __init__(self, thread: ThreadPoolExecutor, warm: Callable[[], object] | None) -> None:
        self._thread, self._warm = thread, warm

    async def warm(self) -> None:
        """Call what is to be called beforehand."""
        if self._warm is not None:
            await self.run(self._warm)

    async def run(self, function: Callable[[*_Ts], _T], *arguments: *_Ts) -> _T | Lost:
        """Return the answer, or Lost where an error came that is none of this package's own."""
        call = asyncio.get_running_loop().run_in_executor(self._thread, lambda: function(*arguments))
        await asyncio.wait([call])
        error = call.exception()
        if error is None or isinstance(error, ScraperError):
            return call.result()
        return Lost(f"{type(error).__name__}: {error}")


class _Processes:
    """Calls in other processes; each waits for a worker that is free."""

    def __init__(self, size: int, seconds: float, warm: Callable[[], object] | None) -> None:
        self._workers = [_Worker(seconds, warm) for _ in range(size)]
        self._free: asyncio.LifoQueue[_Worker] = asyncio.LifoQueue()
        for worker in self._workers:
            self._free.put_nowait(worker)

    async def run(self, function: Callable[[*_Ts], _T], *arguments: *_Ts) -> _T | Lost:
        """Return the answer, or Lost; raises what the function raises of this package's own errors."""
        frame = pack((function, arguments))
        worker = await self._free.get()
        try:
            kind, value = await worker.ask(frame)
        finally:
            self._free.put_nowait(worker)
        if kind == ANSWER:
            return cast("_T", value)
        if kind == ERROR and isinstance(value, ScraperError):
            raise value
        return Lost(str(value))

    async def warm(self) -> None:
        """Start all workers and let them get ready, side by side."""
        await asyncio.gather(*(worker.warm() for worker in self._workers))

    async def close(self) -> None:
        """End all workers; those that are busy are not waited for."""
        await asyncio.gather(*(worker.end() for worker in self._workers))


class _Worker:
    """One process, started with its first call and again after a death."""

    def __init__(self, seconds: float, warm: Callable[[], object] | None) -> None:
        self._seconds = seconds
        self._warm = warm
        self._process: Process | None = None
        self._asked = False
        self._cold = True
        self._one = asyncio.Lock()

    async def warm(self) -> None:
        """Start the process and let it get ready; one that cannot is replaced with its first call."""
        async with self._one:
            with suppress(TimeoutError, asyncio.IncompleteReadError, ConnectionError):
                process = await self._ready()
                self._asked = True
                await self._warm_up(process)
                self._asked = False

    async def ask(self, frame: bytes) -> tuple[str, object]:
        """Send a call and return what comes back, or why nothing does."""
        async with self._one:
            return await self._ask(frame)

    async def _ask(self, frame: bytes) -> tuple[str, object]:
        process = await self._ready()
        self._asked = True
        try:
            await self._warm_up(process)
            async with asyncio.timeout(self._seconds):
                answer = await _exchange(process, frame)
        except TimeoutError:
            await self.end()
            return "slow", f"no answer within {self._seconds:g} seconds"
        except (asyncio.IncompleteReadError, ConnectionError):
            return "dead", await self._death(process)
        kind, value = cast("tuple[str, object]", unpack(answer))
        # A worker that met a bug has said so and is about to end: it stays marked as asked, and is replaced.
        self._asked = kind == BROKEN
        return kind, value

    async def end(self) -> None:
        """Kill the process, if there is one, and wait until it is gone."""
        process, self._process = self._process, None
        if process is not None:
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()

    async def _ready(self) -> Process:
        """Return a process that waits for a call; one that was left in the middle of a call is replaced."""
        if self._asked:
            await self.end()
        if self._process is None or self._process.returncode is not None:
            command = (sys.executable, "-P", "-c", _START, str(max(self._seconds, _WARMING) + _MARGIN))
            self._process = await asyncio.create_subprocess_exec(
                *command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, env=_environment()
            )
            self._cold = True
        return self._process

    async def _warm_up(self, process: Process) -> None:
        """Let a new process get ready; raises as `_exchange`, or TimeoutError."""
        if self._warm is not None and self._cold:
            async with asyncio.timeout(_WARMING):
                await _exchange(process, pack((self._warm, ())))
        self._cold = False

    async def _death(self, process: Process) -> str:
        """Return how a process came to its end."""
        # It is on its way out; to kill it now could take its last word from whoever waits for it.
        try:
            async with asyncio.timeout(_MARGIN):
                code = await process.wait()
        except TimeoutError:
            await self.end()
            code = process.returncode or 0
        self._process, self._asked = None, False
        return f"the worker was ended by signal {-code}" if code < 0 else f"the worker ended with code {code}"


async def _exchange(process: Process, frame: bytes) -> bytes:
    """Send one frame and read one; raises IncompleteReadError or ConnectionError where the process is gone."""
    writer, reader = process.stdin, process.stdout
    if writer is None or reader is None:
        raise ConnectionError("a worker has no pipes")
    writer.write(frame)
    await writer.drain()
    (length,) = HEAD.unpack(await reader.readexactly(HEAD.size))
    return await reader.readexactly(length)


def _environment() -> dict[str, str]:
    """Return this process's environment, in which workers find this very package."""
    # A page's matrices are small: threads would only wait for each other.
    threads = {"OPENBLAS_NUM_THREADS": "1"}
    place = str(Path(scraper.__file__).resolve().parent.parent)
    return {
        **threads,
        **os.environ,
        "PYTHONPATH": os.pathsep.join(filter(None, [place, os.environ.get("PYTHONPATH", "")])),
    }
