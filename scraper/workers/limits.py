"""Limits the system keeps for a worker, in C code too: it ends the process, and nobody has to watch.

Timers go off as signals nobody handles, so a page inside the parser ends like one inside Python. Memory that the system
refuses shows as MemoryError, or as a crash of a library that did not expect it.
"""

import resource
import signal
from contextlib import suppress
from pathlib import Path

from scraper.model.guard import Guard

_MIB = 2**20
_PAGE = resource.getpagesize()
_STATM = Path("/proc/self/statm")


def bound_memory(megabytes: int) -> None:
    """Let this process grow to so many MiB; does nothing where the system does not tell how large it is (macOS)."""
    sizes = _sizes()
    if sizes is None:
        return
    mapped, resident = sizes
    # What is mapped and never touched (libraries, reserves) costs nothing, so it is not counted.
    allowed = mapped + max(megabytes * _MIB - resident, 32 * _MIB)
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (allowed, allowed))


def begin(guard: Guard) -> None:
    """Start the clocks of a page."""
    signal.setitimer(signal.ITIMER_PROF, guard.cpu_seconds)
    signal.setitimer(signal.ITIMER_REAL, guard.seconds)


def end() -> None:
    """Stop the clocks."""
    signal.setitimer(signal.ITIMER_PROF, 0)
    signal.setitimer(signal.ITIMER_REAL, 0)


def is_swollen(megabytes: int) -> bool:
    """Whether this process holds more than half of what it may, so that the next page would have less than its due."""
    sizes = _sizes()
    return sizes is not None and sizes[1] > megabytes * _MIB // 2


def _sizes() -> tuple[int, int] | None:
    """Return what is mapped and what is resident, in bytes; None where the system does not tell."""
    try:
        mapped, resident, *_ = _STATM.read_bytes().split()
    except OSError:
        return None
    return int(mapped) * _PAGE, int(resident) * _PAGE
