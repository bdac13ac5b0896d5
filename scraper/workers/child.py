"""A worker's life: take a job, do it within its limits, send what came of it, until nobody asks any more."""

import os
import signal
import socket
import sys
from collections.abc import Callable

from scraper.errors import ScraperError
from scraper.model.guard import Guard
from scraper.workers import limits
from scraper.workers.frames import pack, read_frame, unpack

ANSWER, LAST, ERROR, BROKEN = "answer", "last", "error", "broken"
"""First part of what is sent back: the value, the value and a farewell, an error of this package, or the words of one
that ends the worker: a worker that met a bug is not trusted with the next job."""

OUT_OF_MEMORY = 71
"""Exit code of a worker to which the system gave no more memory."""


def serve(end: socket.socket, work: Callable[..., object], guard: Guard) -> None:
    """Serve jobs from a socket until it closes, or until it is time for a fresh worker; never returns otherwise."""
    for quiet in (signal.SIGALRM, signal.SIGPROF):
        signal.signal(quiet, signal.SIG_DFL)
    limits.bound_memory(guard.megabytes)
    try:
        _serve(end, work, guard)
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    except BrokenPipeError:
        # Nobody waits for the answer any more.
        os._exit(0)


def _serve(end: socket.socket, work: Callable[..., object], guard: Guard) -> None:
    """Do one job after the other."""
    jobs = end.makefile("rb")
    for left in range(guard.pages - 1, -1, -1):
        frame = read_frame(jobs)
        if frame is None:
            return
        job = [unpack(frame)]
        # A large page is there only once while it is worked on, and gone before its answer is packed.
        del frame
        limits.begin(guard)
        kind, value = _done(work, job.pop())
        limits.end()
        if kind == ANSWER and (left == 0 or limits.is_swollen(guard.megabytes)):
            kind = LAST
        end.sendall(pack((kind, value)))
        if kind == LAST:
            return


def _done(work: Callable[..., object], job: object) -> tuple[str, object]:
    """Do one job."""
    try:
        return ANSWER, work(job)
    except ScraperError as error:
        return ERROR, error


def silence_stdout() -> None:
    """Let what libraries print go to standard error: standard output belongs to records."""
    sys.stdout.flush()
    os.dup2(2, 1)
