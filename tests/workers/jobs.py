"""Work for workers: what a job of each sort does."""

import ctypes
import os
import signal
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from scraper.errors import UsageError
from scraper.model.guard import Guard
from scraper.workers import Task

LARGE = 200 * 2**20
KEPT: list[bytearray] = []


def double(number: int) -> int:
    return 2 * number


def spin(_: int) -> None:
    while True:
        pass


def spin_in_c(_: int) -> None:
    sum(range(10**12))


def sleep(_: int) -> None:
    time.sleep(3600)


def swell(_: int) -> None:
    held = []
    while True:
        held.append(bytearray(2**20))


def hold(_: int) -> int:
    return len(bytearray(LARGE))


def keep(_: int) -> None:
    KEPT.append(bytearray(LARGE))


def crash(_: int) -> None:
    ctypes.string_at(0)


def leave(code: int) -> None:
    os._exit(code)


def kill(_: int) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def kill_once(folder: str) -> str:
    """End the worker as from outside, the first time only."""
    mark = Path(folder) / "mark"
    if not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return "second try"


def blunder(_: int) -> None:
    raise LookupError("nobody foresaw this")


def refuse(_: int) -> None:
    raise UsageError("this makes no sense")


def chat(number: int) -> int:
    print("a library says hello")  # noqa: T201
    return number


def who(_: int) -> int:
    return os.getpid()


def large(size: int) -> bytes:
    return b"x" * size


WORK: Mapping[str, Callable[..., object]] = MappingProxyType({
    work.__name__: work
    for work in (
        double, spin, spin_in_c, sleep, swell, hold, keep, crash, leave, kill, kill_once, blunder, refuse, chat, who,
        large,
    )
})  # fmt: skip


def prepare(greeting: str) -> Callable[[tuple[str, object]], object]:
    """Return what does a job by the name of its sort."""
    if greeting == "fail":
        raise UsageError("cannot be prepared")
    if greeting == "die":
        sys.exit(3)
    return lambda job: WORK[job[0]](job[1])


def task(greeting: str = "", **limits: float) -> Task:
    """Return a task of such jobs, with little patience."""
    return Task(prepare, (greeting,), Guard(**{"cpu_seconds": 1.0, "seconds": 20.0, **limits}))
