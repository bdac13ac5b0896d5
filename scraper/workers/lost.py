"""A job that gave no answer because its worker did not survive it."""

import signal
from dataclasses import dataclass
from enum import StrEnum

from scraper.model.guard import Guard
from scraper.workers.keeper import NAMES, End


class Cause(StrEnum):
    """What became of the worker."""

    TIMEOUT = "timeout"
    MEMORY = "memory"
    CRASH = "crash"


@dataclass(frozen=True, slots=True)
class Lost:
    """A job without an answer, and why."""

    cause: Cause
    """What became of the worker."""
    why: str
    """One line for a person."""
    is_from_outside: bool = False
    """Whether somebody else ended the worker: a person, or a system that was short of memory."""


_NEARLY = 0.8
"""Share of its memory from which a worker that crashed is taken to have crashed for want of it."""


def explain(how: End, words: str | None, guard: Guard) -> Lost:
    """Return what is to be said of the job that a worker died of; `words` are the last ones of the worker itself."""
    if how.signal == signal.SIGPROF:
        return Lost(Cause.TIMEOUT, f"it took more than {guard.cpu_seconds:g} seconds of processor time")
    if how.signal == signal.SIGALRM:
        return Lost(Cause.TIMEOUT, f"it took more than {guard.seconds:g} seconds")
    if how.is_out_of_memory or how.megabytes >= _NEARLY * guard.megabytes:
        return Lost(Cause.MEMORY, f"it needed more than {guard.megabytes} MiB of memory")
    if how.signal in {signal.SIGKILL, signal.SIGTERM, signal.SIGINT}:
        return Lost(Cause.CRASH, f"the worker was ended from outside ({NAMES[how.signal]})", is_from_outside=True)
    if how.signal:
        return Lost(Cause.CRASH, f"the worker crashed ({NAMES.get(how.signal, how.signal)})")
    return Lost(Cause.CRASH, words or f"the worker ended with code {how.code}")
