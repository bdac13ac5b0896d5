"""The process that forks workers."""

import signal
import socket
import subprocess
import sys
from pathlib import Path

from scraper.workers.frames import receive, send
from scraper.workers.keeper import NAMES, End
from scraper.workers.owner import open_keeper
from tests.workers.jobs import task

PROJECT = Path(__file__).resolve().parents[2]


def test_workers_are_forked_and_buried() -> None:
    """Each worker is a process of its own, and how it ended is told."""
    with open_keeper(task()) as keeper:
        (one, first), (other, second) = keeper.hatch(), keeper.hatch()
        assert one != other
        with first, second:
            send(first, ("double", 4))
            assert receive(first) == ("answer", 8)
            send(second, ("leave", 9))
            assert second.recv(1) == b""
        assert (keeper.bury(one, is_gone=True).code, keeper.bury(other, is_gone=True).code) == (0, 9)


def test_a_worker_that_lives_on_is_killed() -> None:
    """Burying a worker that is busy ends it."""
    with open_keeper(task(cpu_seconds=60.0)) as keeper:
        pid, end = keeper.hatch()
        with end:
            send(end, ("spin", 0))
            how = keeper.bury(pid, is_gone=False)
    assert (how.signal, NAMES[how.signal]) == (signal.SIGKILL, "SIGKILL")


def test_only_an_end_without_fault_is_a_farewell() -> None:
    """Signals and codes other than 0 are no good end; want of memory has its code."""
    assert End(0, 0, 1).is_farewell
    assert not End(9, 0, 1).is_farewell
    assert not End(0, 1, 1).is_farewell
    assert End(0, 71, 1).is_out_of_memory
    assert not End(9, 71, 1).is_out_of_memory


def test_a_caller_that_is_gone_at_once_is_no_fault() -> None:
    """A keeper whose caller was killed before it was ready ends without a word."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        command = [sys.executable, "-c", "from scraper.workers.keeper import main; main()", str(theirs.fileno())]
        process = subprocess.Popen(command, pass_fds=[theirs.fileno()], stderr=subprocess.PIPE, cwd=PROJECT)
        send(ours, task())
    assert process.communicate() == (None, b"")
    assert process.returncode == 0
