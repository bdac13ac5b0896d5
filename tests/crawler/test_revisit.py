"""When a page is visited again."""

import math
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scraper.crawler.revisit import FIRST, LAST_RETRY, PATIENCE, after_failure, after_visit
from scraper.model.source import Recrawl

HOUR = 3600.0
DAY = 24 * HOUR
BOUNDS = Recrawl()


def simulated(changes: list[float], bounds: Recrawl, visits: int = 400) -> float:
    """Return the mean interval of the later half of all visits to a page that changes at these times."""
    now, interval, seen = 0.0, None, 0
    intervals = []
    for _ in range(visits):
        so_far = sum(change <= now for change in changes[seen:]) if seen < len(changes) else 0
        interval, due = after_visit(bounds, interval, now, news=so_far > 0)
        seen += so_far
        intervals.append(interval)
        assert due == now + interval
        now = due
        if now > changes[-1]:
            break
    later = intervals[len(intervals) // 2 :]
    return sum(later) / len(later)


def periodic(every: float) -> list[float]:
    """Return the changes of a page that changes by the clock."""
    return [every * number for number in range(1, 300)]


@settings(max_examples=40, deadline=None)
@given(st.floats(3 * HOUR, 20 * DAY))
def test_a_page_that_changes_by_the_clock_is_visited_near_that(every):
    """In the long run the mean interval lies between half of the time between changes and that time."""
    assert 0.5 * every <= simulated(periodic(every), BOUNDS) <= every


@settings(max_examples=40, deadline=None)
@given(st.floats(3 * HOUR, 10 * DAY), st.integers(0, 1000))
def test_a_page_that_changes_at_random_is_visited_near_the_mean(mean, seed):
    """Changes at random with a mean of so many hours are looked for at about that distance."""
    dice = random.Random(seed)  # noqa: S311
    now, changes = 0.0, []
    for _ in range(400):
        now += dice.expovariate(1 / mean)
        changes.append(now)
    assert 0.6 * mean <= simulated(changes, BOUNDS) <= 1.5 * mean


def test_a_page_that_changes_faster_is_visited_more_often():
    """The order of pages by change is their order by visits."""
    found = [simulated(periodic(hours * HOUR), BOUNDS) for hours in (2, 6, 24, 96, 240)]
    assert found == sorted(found)


@given(st.lists(st.booleans(), max_size=60), st.floats(1, DAY), st.floats(1, 60 * DAY))
def test_intervals_stay_within_the_bounds(news, least, extra):
    """Whatever is found, a page is visited neither sooner nor later than its source says."""
    bounds = Recrawl(least=least, most=least + extra)
    interval = None
    for each in news:
        interval, due = after_visit(bounds, interval, 0.0, news=each)
        assert bounds.least <= interval <= bounds.most
        assert due == interval


def test_unchanged_pages_end_at_the_longest_interval():
    """A page that never changes is visited ever less, down to the bound."""
    interval = None
    for _ in range(20):
        interval, _ = after_visit(BOUNDS, interval, 0.0, news=False)
    assert interval == BOUNDS.most


def test_the_second_visit_comes_soon():
    """The first visit says nothing of changes, so the second comes after a time that suits most pages."""
    assert after_visit(BOUNDS, None, 5.0, news=True) == (FIRST, 5.0 + FIRST)


def test_pages_are_not_visited_again_where_that_is_off():
    """Without recrawl a page that was fetched is never due."""
    assert after_visit(Recrawl(on=False), None, 5.0, news=True)[1] is None


@pytest.mark.parametrize(("failures", "hours"), [(1, 1), (2, 2), (3, 4), (8, 128), (9, 168)])
def test_failures_push_the_next_visit_away(failures, hours):
    """Each failure in a row doubles the time to the next visit, up to a week."""
    assert after_failure(failures, 100.0) == 100.0 + hours * HOUR


def test_pages_that_keep_failing_are_given_up():
    """After ten failures in a row nobody asks again."""
    assert after_failure(PATIENCE - 1, 0.0) == LAST_RETRY
    assert after_failure(PATIENCE, 0.0) is None
    assert after_failure(10**6, 0.0, math.inf) is None


def test_the_wish_to_be_left_alone_counts():
    """A server that asks for more time gets it, and one that asks for less gets no more visits."""
    assert after_failure(1, 0.0, 3 * DAY) == 3 * DAY
    assert after_failure(1, 0.0, 1.0) == HOUR
