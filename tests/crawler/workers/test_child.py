"""A worker alone: it ends with its pipe, and a call that hangs ends it."""

import subprocess
import sys
import time

from scraper.workers.frames import HEAD, pack, unpack
from tests.crawler.workers import calls

START = "from scraper.crawler.workers.child import main; main({})"


def child(seconds: float, *sent: bytes) -> tuple[int, bytes]:
    """Start a worker, send frames, close the pipe, and return how it ended and what it wrote."""
    done = subprocess.run(
        [sys.executable, "-c", START.format(seconds)], input=b"".join(sent), capture_output=True, check=False
    )
    return done.returncode, done.stdout


def test_worker_ends_with_its_pipe() -> None:
    """A worker whose pipe closes ends by itself, having answered what it was asked."""
    code, written = child(5, pack((calls.double, (4,))))
    assert code == 0
    assert unpack(written[HEAD.size :]) == ("answer", 8)


def test_hanging_call_ends_an_orphan() -> None:
    """Where nobody is left to end a call that hangs, the worker ends itself."""
    begun = time.monotonic()
    code, written = child(1, pack((calls.hang, ())))
    assert code == 1
    assert written == b""
    assert time.monotonic() - begun < 60
