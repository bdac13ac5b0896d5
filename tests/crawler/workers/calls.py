"""Functions that a worker can be asked to call."""

import os
import signal
import sys
import time

from scraper.crawler.round.reading import PageJob, PageRead, read_page
from scraper.errors import UsageError


def double(number: int) -> int:
    return 2 * number


def shout(text: str) -> str:
    sys.stdout.write("this is no frame")
    sys.stdout.flush()
    os.write(1, b"nor is this")
    return text.upper()


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def leave() -> None:
    os._exit(7)


def hang() -> None:
    time.sleep(600)


def break_down() -> None:
    raise LookupError("nothing there")


def refuse() -> None:
    raise UsageError("not like this")


def number() -> int:
    return os.getpid()


def many(size: int) -> bytes:
    return b"x" * size


def read_or_hang(job: PageJob) -> PageRead:
    if b"HANG" in job.result.body:
        time.sleep(600)
    return read_page(job)


def signal_itself() -> str:
    os.kill(os.getpid(), signal.SIGTERM)
    os.kill(os.getpid(), signal.SIGINT)
    return "still here"
