"""The keeper: a process with one thread that has loaded everything once, and forks a worker whenever it is told to.

Why not fork the caller: it may have threads, and a fork copies their locks but not them. Why not start each worker
afresh: that takes a second of reading rules, again after each page that broke a limit, and holds them once a worker.
Why not multiprocessing's own server: it runs the caller's main module once more. The keeper knows nothing of it.
"""

import gc
import os
import resource
import signal
import socket
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, NoReturn

from scraper.errors import ScraperError
from scraper.model.guard import Guard
from scraper.workers.child import BROKEN, OUT_OF_MEMORY, serve, silence_stdout
from scraper.workers.frames import pack, receive, send

READY, REFUSED = "ready", "refused"
"""What a keeper says once it has prepared the work, or with the error that kept it from doing so."""

HATCH, ENDED = "hatch", "ended"
"""What a keeper is asked: fork a worker for the socket that comes along, or say how one has ended."""

FAILED: Final = 1
"""Exit code of a worker that met an error nobody foresaw."""


@dataclass(frozen=True, slots=True)
class Task:
    """What workers do, as it is sent to the keeper."""

    prepare: Callable[..., Callable[..., object]]
    """Function of a module; returns the function that is called for every job. Called once, before any fork."""
    arguments: tuple[object, ...]
    """What to call it with; can be pickled."""
    guard: Guard
    """Limits of a job."""


@dataclass(frozen=True, slots=True)
class End:
    """How a worker came to its end."""

    signal: int
    """Number of the signal that ended it, 0 for none."""
    code: int
    """Its exit code, where there was no signal."""
    megabytes: int
    """The most memory it ever held, in MiB."""

    @property
    def is_farewell(self) -> bool:
        """Whether it ended as it should: with all its jobs done, or for a fresh one."""
        return self.signal == 0 and self.code == 0

    @property
    def is_out_of_memory(self) -> bool:
        """Whether it said so itself."""
        return self.signal == 0 and self.code == OUT_OF_MEMORY


def main() -> None:
    """Be the keeper of the process whose socket is the first argument of the command line."""
    # Who started the run decides when to stop, by closing the socket; a Ctrl-C reaches the whole group.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    silence_stdout()
    # Who asks may be gone between two words, or before an answer.
    with socket.socket(fileno=int(sys.argv[1])) as owner, suppress(EOFError, ConnectionError):
        try:
            work, guard = _prepared(receive(owner))
        except ScraperError as error:
            send(owner, (REFUSED, error))
            return
        send(owner, (READY, None))
        _keep(owner, work, guard)


def _prepared(task: Task) -> tuple[Callable[..., object], Guard]:
    """Load what the work needs, and keep it out of the way of every worker's garbage collector."""
    work = task.prepare(*task.arguments)
    gc.collect()
    gc.freeze()
    return work, task.guard


def _keep(owner: socket.socket, work: Callable[..., object], guard: Guard) -> None:
    """Fork and bury until the owner is gone, which is an EOFError or ConnectionError; then end those that are left."""
    alive: set[int] = set()
    try:
        while True:
            asked, pid = receive(owner)
            if asked == HATCH:
                pid = _hatch(owner, work, guard)
                alive.add(pid)
                send(owner, pid)
            else:
                alive.discard(pid)
                send(owner, _end(pid))
    finally:
        for pid in alive:
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)


def _hatch(owner: socket.socket, work: Callable[..., object], guard: Guard) -> int:
    """Fork a worker for the socket that the owner sends next, and return its number."""
    _, numbers, _, _ = socket.recv_fds(owner, 1, 1)
    if not numbers:
        raise EOFError
    with socket.socket(fileno=numbers[0]) as end:
        pid = os.fork()
        if pid == 0:
            owner.close()
            _live(end, work, guard)
    return pid


def _live(end: socket.socket, work: Callable[..., object], guard: Guard) -> NoReturn:
    """Be a worker; whatever happens, this process ends here, and an unforeseen error tells its words first."""
    code = FAILED
    try:
        serve(end, work, guard)
        code = 0
    finally:
        if code:
            kind, error, _ = sys.exc_info()
            end.sendall(pack((BROKEN, f"{kind.__name__ if kind else 'Error'}: {error}")))
        end.close()
        os._exit(code)


def _end(pid: int) -> End:
    """Wait for a worker that closed its socket, and say how it ended."""
    _, status, usage = os.wait4(pid, 0)
    number = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
    return End(number, 0 if number else os.WEXITSTATUS(status), _megabytes(usage))


def _megabytes(usage: resource.struct_rusage) -> int:
    """Return the peak of a process in MiB; macOS counts it in bytes, others in KiB."""
    return usage.ru_maxrss >> (20 if sys.platform == "darwin" else 10)


NAMES: Final[Mapping[int, str]] = MappingProxyType({number.value: number.name for number in signal.Signals})
"""Name of a signal by its number."""
