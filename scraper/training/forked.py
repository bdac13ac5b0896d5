"""Several jobs side by side in processes that inherit what they work on, results in order.

Examples are far too many to be sent to another process; a fork has them already.
"""

from collections.abc import Callable, Iterator, Sequence
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import TypeVar

from scraper.errors import ScraperError

PROCESSES = 2
"""Jobs at a time: as many as the smallest machines that people train on have cores."""

Job = TypeVar("Job")
Result = TypeVar("Result")


def forked(work: Callable[[Job], Result], jobs: Sequence[Job]) -> Iterator[Result]:
    """Yield what `work` makes of each job, in order; ScraperError when a process died (its message is on stderr)."""
    running = [_start(work, job) for job in jobs[:PROCESSES]]
    for number in range(len(jobs)):
        process, results = running[number]
        try:
            result: Result = results.recv()
        except (EOFError, OSError) as fault:
            raise ScraperError(f"job {number + 1} of {len(jobs)} ended without a result") from fault
        process.join()
        if number + PROCESSES < len(jobs):
            running.append(_start(work, jobs[number + PROCESSES]))
        yield result


def _start(work: Callable[[Job], Result], job: Job) -> tuple[BaseProcess, Connection]:
    """Start one job."""
    context = get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_run, args=(work, job, theirs), daemon=True)
    process.start()
    # Only the child holds the other end now, so that its death is heard.
    theirs.close()
    return process, ours


def _run(work: Callable[[Job], Result], job: Job, results: Connection) -> None:
    """Do one job and send its result."""
    results.send(work(job))
    results.close()
