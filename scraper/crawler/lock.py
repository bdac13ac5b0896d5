"""One crawl at a time: a lock that dies with its holder.

The lock is `flock(2)` on a file of its own: the system gives it back when the process ends, however it ends, so that
nothing has to be cleaned up after a crash. The file itself stays, since removing it would let two processes lock two
files of the same name. Its text, the number of the holder's process, is only for messages.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scraper.errors import LockedError, OutputError


@contextmanager
def hold(path: Path, what: str) -> Iterator[None]:
    """Hold the lock file `path` for the length of the block; `what` names what it guards.

    Raises LockedError at once when another process holds it, OutputError when the file cannot be opened.
    """
    try:
        # Not inherited by children: a worker that outlives the crawl must not keep the lock.
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    except OSError as fault:
        raise OutputError(f"cannot lock {what} with {path}: {fault.strerror}") from fault
    try:
        _take(handle, what)
        yield
    finally:
        os.close(handle)


def _take(handle: int, what: str) -> None:
    """Lock an open file and write this process's number into it."""
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as taken:
        holder = os.pread(handle, 20, 0).decode("ascii", "replace").strip() or "unknown"
        raise LockedError(f"{what} is in use by another crawl (process {holder}); wait for it or stop it") from taken
    except OSError as fault:
        raise OutputError(f"cannot lock {what}: {fault.strerror}") from fault
    try:
        os.ftruncate(handle, 0)
        os.pwrite(handle, f"{os.getpid()}\n".encode(), 0)
    except OSError:
        # The number is a courtesy; on a full disk the lock holds without it.
        return
