"""Limits that the system keeps."""

import os
import resource
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from scraper.errors import UsageError
from scraper.model.guard import Guard
from scraper.workers import limits

linux = pytest.mark.skipif(sys.platform != "linux", reason="needs limits of memory that only Linux keeps")


def status(work: Callable[[], object]) -> int:
    """Return how a process that does this ends: its exit code, or minus the number of the signal."""
    pid = os.fork()
    if pid == 0:
        try:
            work()
            os._exit(0)
        except MemoryError:
            os._exit(71)
        finally:
            os._exit(1)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def spin() -> None:
    """Never end."""
    while True:
        pass


def grow_by(megabytes: int) -> None:
    """Bound this process to what it holds and so many MiB more; what it holds is less than its parent did."""
    held = int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() >> 20
    limits.bound_memory(held + megabytes)


@pytest.mark.parametrize(
    ("guard", "number"),
    [(Guard(cpu_seconds=0.1), signal.SIGPROF), (Guard(seconds=0.1), signal.SIGALRM)],
)
def test_clocks_end_a_process(guard: Guard, number: signal.Signals) -> None:
    """Whichever clock runs out first ends the process by its own signal."""
    assert status(lambda: (limits.begin(guard), spin())) == -number


def test_clocks_are_stopped() -> None:
    """After the end of a job its clocks do not go off."""

    def work() -> None:
        limits.begin(Guard(cpu_seconds=0.05, seconds=0.05))
        limits.end()
        sum(range(5_000_000))

    assert status(work) == 0


@linux
def test_memory_is_bounded() -> None:
    """A process gets what it may hold and not much more."""
    assert status(lambda: (grow_by(400), bytearray(100 * 2**20))) == 0
    assert status(lambda: (grow_by(100), bytearray(400 * 2**20))) == 71


@linux
def test_half_of_the_memory_is_swollen() -> None:
    """This very process holds more than half of one MiB, and less than half of a thousand GiB."""
    assert limits.is_swollen(1)
    assert not limits.is_swollen(2**20)


def test_limits_are_above_nought() -> None:
    """A limit that no page could keep is refused."""
    with pytest.raises(UsageError, match="above 0"):
        Guard(seconds=0)
