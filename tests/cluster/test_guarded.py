"""Pages to records under guard, inside a process of an engine."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from scraper.cluster.guarded import GuardedLine, Orders
from scraper.cluster.parcels import opened, parcels
from scraper.errors import ClusterError, WorkersError
from scraper.model.document import MadeBy, Skipped
from scraper.model.page import FetchResult
from scraper.pipeline import clean_result, versions
from scraper.reader import Remark
from scraper.workers import Plan, whole
from tests.cluster.pages import SHORT, SKIPPED, greedy, page


@pytest.fixture
def line() -> Iterator[GuardedLine]:
    """Return a guarded line with little patience."""
    made = GuardedLine(Orders(Plan(whole, guard=SHORT), versions()).sealed())
    yield made
    made.close()


def children() -> set[int]:
    """Return the processes below this one."""
    return {int(pid) for task in Path("/proc/self/task").iterdir() for pid in (task / "children").read_text().split()}


def test_records_stand_where_their_pages_stood(line: GuardedLine) -> None:
    """Records are those of the line without guard, in order; skips and what is no page stay in their places."""
    things = [page(1), SKIPPED, Remark("x", "word"), page(2)]
    (parcel,) = parcels(things)
    assert [*opened(line.clean(parcel))] == [clean_result(page(1)), SKIPPED, Remark("x", "word"), clean_result(page(2))]
    assert line.has_worked


def test_page_that_takes_too_long_costs_its_own_record(line: GuardedLine) -> None:
    """A page above the limit is a skip in its place, and the same processes go on with the next parcel."""
    (parcel,) = parcels([page(1), FetchResult("greedy", greedy()), page(2)])
    for _ in range(2):
        first, lost, last = opened(line.clean(parcel))
        assert (first, last) == (clean_result(page(1)), clean_result(page(2)))
        assert isinstance(lost, Skipped)
        assert (lost.source, lost.skipped) == ("greedy", "timeout")


def test_other_versions_do_not_take_part() -> None:
    """A machine whose records would differ says so and cleans nothing."""
    line = GuardedLine(Orders(Plan(whole, guard=SHORT), MadeBy("0", "w", "r")).sealed())
    with pytest.raises(ClusterError, match="scraper='0"):
        line.clean(next(parcels([page(1)])))
    assert not line.has_worked


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="finds processes in /proc")
def test_keeper_that_is_killed_is_told_of(line: GuardedLine) -> None:
    """When the keeper and all its workers are gone the error is one of this package, for the engine to try again."""
    before = children()
    (parcel,) = parcels([page(1), page(2)])
    line.clean(parcel)
    (keeper,) = children() - before
    for task in Path(f"/proc/{keeper}/task").iterdir():
        for worker in (task / "children").read_text().split():
            os.kill(int(worker), signal.SIGKILL)
    os.kill(keeper, signal.SIGKILL)
    with pytest.raises(WorkersError):
        line.clean(parcel)
    assert line.has_worked
