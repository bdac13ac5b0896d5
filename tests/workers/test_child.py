"""A worker's life, from inside."""

import io
import os
import socket
from collections.abc import Callable

from scraper.errors import UsageError
from scraper.model.guard import Guard
from scraper.workers.child import OUT_OF_MEMORY, serve
from scraper.workers.frames import pack, read_frame, unpack


def lived(work: Callable[[object], object], jobs: bytes, guard: Guard) -> tuple[int, list[object]]:
    """Return the exit code of a worker that gets these jobs, and what it answered."""
    ours, theirs = socket.socketpair()
    pid = os.fork()
    if pid == 0:
        ours.close()
        serve(theirs, work, guard)
        os._exit(0)
    theirs.close()
    with ours:
        ours.sendall(jobs)
        ours.shutdown(socket.SHUT_WR)
        stream = io.BytesIO(ours.makefile("rb").read())
    frames = iter(lambda: read_frame(stream), None)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), [unpack(frame) for frame in frames if frame]


def fail(error: Exception) -> None:
    """Raise an error."""
    raise error


def test_jobs_are_answered_until_there_are_no_more() -> None:
    """Every whole job has its answer, and the end of the stream is a good end."""
    found = lived(lambda job: job, pack(1) + pack("two") + pack(3)[:-1], Guard(megabytes=10_000))
    assert found == (0, [("answer", 1), ("answer", "two")])


def test_the_last_job_says_so() -> None:
    """With the answer to its last job a worker bids farewell, and leaves further jobs alone."""
    found = lived(lambda job: job, pack(1) + pack(2) + pack(3), Guard(megabytes=10_000, pages=2))
    assert found == (0, [("answer", 1), ("last", 2)])


def test_errors_of_this_package_are_answers() -> None:
    """What the caller has to mend is sent back, and the worker goes on."""
    code, answers = lived(lambda job: job or fail(UsageError("no")), pack(0) + pack(1), Guard(megabytes=10_000))
    assert (code, [str(part) for part in answers]) == (0, ["('error', UsageError('no'))", "('answer', 1)"])


def test_want_of_memory_has_a_code_of_its_own() -> None:
    """A worker that gets no more memory ends with the code that says so."""
    assert lived(lambda _: fail(MemoryError()), pack(1), Guard(megabytes=10_000)) == (OUT_OF_MEMORY, [])
