"""What is said of a job whose worker did not survive."""

import signal

import pytest

from scraper.model.guard import Guard
from scraper.workers.keeper import End
from scraper.workers.lost import Cause, explain

GUARD = Guard(cpu_seconds=5, seconds=60, megabytes=512)


@pytest.mark.parametrize(
    ("how", "words", "cause", "why"),
    [
        (End(signal.SIGPROF, 0, 100), None, Cause.TIMEOUT, "it took more than 5 seconds of processor time"),
        (End(signal.SIGALRM, 0, 100), None, Cause.TIMEOUT, "it took more than 60 seconds"),
        (End(0, 71, 100), None, Cause.MEMORY, "it needed more than 512 MiB of memory"),
        (End(signal.SIGSEGV, 0, 500), None, Cause.MEMORY, "it needed more than 512 MiB of memory"),
        (End(signal.SIGSEGV, 0, 100), None, Cause.CRASH, "the worker crashed (SIGSEGV)"),
        (End(0, 1, 100), "KeyError: 'a'", Cause.CRASH, "KeyError: 'a'"),
        (End(0, 3, 100), None, Cause.CRASH, "the worker ended with code 3"),
    ],
)
def test_the_cause_is_told_from_the_end(how: End, words: str | None, cause: Cause, why: str) -> None:
    """Each way to end has its cause and one line for a person."""
    found = explain(how, words, GUARD)
    assert (found.cause, found.why, found.is_from_outside) == (cause, why, False)


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_an_end_from_outside_is_marked(number: signal.Signals) -> None:
    """A worker that somebody ended says nothing of its job."""
    assert explain(End(number, 0, 100), None, GUARD).is_from_outside
