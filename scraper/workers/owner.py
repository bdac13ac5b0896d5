"""This process's end of the keeper: start it, ask it for workers, let it go."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import cast

import scraper
from scraper.errors import ScraperError, WorkersError
from scraper.workers.frames import receive, send
from scraper.workers.keeper import ENDED, HATCH, READY, End, Task

_START = "from scraper.workers.keeper import main; main()"


@contextmanager
def open_keeper(task: Task) -> Iterator["Keeper"]:
    """Start a keeper and give it its task; on leaving, it and all its workers are gone.

    Raises WorkersError where no process can be started.
    """
    ours, theirs = socket.socketpair()
    with ours:
        with theirs:
            process = _started(theirs)
        try:
            send(ours, task)
            yield Keeper(ours)
        finally:
            # The keeper ends its workers and itself when nobody is at the other end any more.
            ours.close()
            process.wait()


def _started(theirs: socket.socket) -> "subprocess.Popen[bytes]":
    """Start the process. It gets this interpreter, this package, and none of the caller's main module."""
    command = [sys.executable, "-P", "-c", _START, str(theirs.fileno())]
    try:
        return subprocess.Popen(  # noqa: S603
            command, stdin=subprocess.DEVNULL, pass_fds=[theirs.fileno()], env=_environment()
        )
    except OSError as fault:
        raise WorkersError(f"cannot start workers: {fault}") from fault


def _environment() -> dict[str, str]:
    """Return this process's environment, in which workers find this very package."""
    # A page's matrices are small: threads would only wait for each other, and must not be there at a fork.
    threads = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "VECLIB_MAXIMUM_THREADS": "1"}
    place = str(Path(scraper.__file__).resolve().parent.parent)
    path = os.pathsep.join(filter(None, [place, os.environ.get("PYTHONPATH")]))
    return {**os.environ, **threads, "PYTHONPATH": path}


class Keeper:
    """The process that forks workers."""

    def __init__(self, end: socket.socket) -> None:
        self._end = end
        self._is_ready = False

    def hatch(self) -> tuple[int, socket.socket]:
        """Return the number of a new worker and the socket it serves."""
        self.await_ready()
        ours, theirs = socket.socketpair()
        with theirs, _heard():
            send(self._end, (HATCH, 0))
            socket.send_fds(self._end, [b"."], [theirs.fileno()])
            return cast("int", receive(self._end)), ours

    def bury(self, pid: int, *, is_gone: bool) -> End:
        """Return how a worker ended; one that has not is killed first."""
        if not is_gone:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        with _heard():
            send(self._end, (ENDED, pid))
            return cast("End", receive(self._end))

    def await_ready(self) -> None:
        """Wait until the keeper has prepared the work; raises the error of this package that kept it from doing so."""
        if not self._is_ready:
            with _heard():
                kind, value = receive(self._end)
            if kind != READY:
                raise cast("ScraperError", value)
            self._is_ready = True


@contextmanager
def _heard() -> Iterator[None]:
    """Turn what happens when nobody is at the other end into an error that says so."""
    try:
        yield
    except (EOFError, ConnectionError):
        raise WorkersError("the process that keeps the workers has ended; its words are on standard error") from None
