"""Calls in other processes, and what is left of them when one dies."""

import asyncio
import os
import time
from collections.abc import Callable
from typing import Any

import pytest

from scraper.crawler.workers import Lost, open_pool
from scraper.errors import UsageError
from tests.crawler.workers import calls


def run(*wanted: tuple[Any, ...], workers: int = 1, seconds: float = 30.0) -> list[Any]:
    """Make calls one after the other."""

    async def inside() -> list[Any]:
        async with open_pool(workers, seconds, calls.number) as pool:
            return [await pool.run(function, *arguments) for function, *arguments in wanted]

    return asyncio.run(inside())


@pytest.mark.parametrize("workers", [0, 1])
def test_calls_are_answered(workers: int) -> None:
    """A call comes back with what the function returns, whatever the size of the answer."""
    assert run((calls.double, 21), (calls.many, 1_000_000), workers=workers) == [42, b"x" * 1_000_000]


def test_calls_are_made_elsewhere() -> None:
    """With workers the calls are made in another process, and one process makes many."""
    first, second = run((calls.number,), (calls.number,))
    assert first == second != os.getpid()


def test_prints_do_not_disturb() -> None:
    """What a function prints is not taken for its answer."""
    assert run((calls.shout, "quiet"), (calls.double, 1)) == ["QUIET", 2]


@pytest.mark.parametrize(
    ("call", "why"),
    [
        (calls.die, "the worker was ended by signal 9"),
        (calls.leave, "the worker ended with code 7"),
        (calls.break_down, "LookupError: nothing there"),
    ],
)
def test_death_costs_one_call(call: Callable[[], None], why: str) -> None:
    """A call that kills its worker is lost with the cause, and the next call is answered."""
    assert run((call,), (calls.double, 4)) == [Lost(why), 8]


def test_hanging_call_is_ended() -> None:
    """A call that takes longer than allowed is lost, and the next one is answered by a new worker."""
    begun = time.monotonic()
    lost, number = run((calls.hang,), (calls.double, 4), seconds=2.0)
    assert (lost, number) == (Lost("no answer within 2 seconds"), 8)
    assert time.monotonic() - begun < 60


@pytest.mark.parametrize("workers", [0, 1])
def test_own_errors_come_through(workers: int) -> None:
    """An error of this package is raised where the call was made."""
    with pytest.raises(UsageError, match="not like this"):
        run((calls.refuse,), workers=workers)


def test_in_process_other_errors_are_lost_calls() -> None:
    """Without workers an error that is none of this package's costs the call alone."""
    assert run((calls.break_down,), (calls.double, 2), workers=0) == [Lost("LookupError: nothing there"), 4]


def test_signals_to_the_group_do_not_end_workers() -> None:
    """Workers are ended by the crawl, not by the Ctrl-C that tells the crawl to finish."""
    assert run((calls.signal_itself,)) == ["still here"]


def test_cancelled_call_leaves_no_answer_behind() -> None:
    """A call that was given up is not answered to the next caller."""

    async def inside() -> Any:
        async with open_pool(1) as pool:
            await pool.run(calls.double, 1)
            given_up = asyncio.create_task(pool.run(calls.hang))
            await asyncio.sleep(0.1)
            given_up.cancel()
            await asyncio.wait([given_up])
            return await pool.run(calls.double, 3)

    assert asyncio.run(inside()) == 6
