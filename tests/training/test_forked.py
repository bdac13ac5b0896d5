"""Jobs side by side in processes."""

import os
import time
from collections.abc import Callable

import pytest

from scraper.errors import ScraperError
from scraper.training.forked import PROCESSES, forked


def test_results_come_in_order() -> None:
    """Results come in the order of the jobs, also where the first takes longest."""

    def slow(number: int) -> int:
        time.sleep(0.2 if number == 0 else 0)
        return number * number

    assert [*forked(slow, range(5))] == [0, 1, 4, 9, 16]


def test_no_jobs_have_no_results() -> None:
    """Nothing to do gives nothing."""
    assert [*forked(str, [])] == []


def test_work_is_done_elsewhere() -> None:
    """Every job has a process of its own, which has what its parent had."""
    secret = object()
    jobs = range(PROCESSES + 1)
    found = [*forked(lambda _: (os.getpid(), id(secret)), jobs)]
    assert len({process for process, _ in found} - {os.getpid()}) == len(jobs)
    assert {address for _, address in found} == {id(secret)}


def test_large_results_arrive() -> None:
    """A result that is larger than what a pipe holds arrives whole."""
    assert [len(text) for text in forked(lambda size: "x" * size, [3_000_000, 5])] == [3_000_000, 5]


def raising(number: int) -> int:
    """Fail at the second job."""
    if number == 1:
        raise ValueError("wrong")
    return number


def dying(number: int) -> int:
    """Die at the second job."""
    if number == 1:
        os._exit(9)
    return number


@pytest.mark.parametrize("work", [raising, dying])
def test_job_that_dies_is_an_error(work: Callable[[int], int]) -> None:
    """A process that fails or dies is an error that says which job it was, after the results before it."""
    results = forked(work, range(3))
    assert next(results) == 0
    with pytest.raises(ScraperError, match="job 2 of 3 ended without a result"):
        next(results)
