"""When a schedule's next visit is."""

import math

from hypothesis import given
from hypothesis import strategies as st

from scraper.crawler.schedule import next_due, retry_due
from scraper.model.source import Schedule

HOURLY = Schedule(every=3600.0)
DAILY = Schedule(cron="0 6 * * *")
DAY = 86400.0
NOW = 1_750_000_000.0
TIMES = st.floats(NOW, NOW + 100 * DAY)


def test_a_new_source_is_due_at_once():
    """What was never visited does not wait for the first moment of its schedule."""
    assert next_due(HOURLY, "a", None, NOW) == NOW
    assert next_due(DAILY, "a", None, NOW) == NOW


def test_an_interval_is_counted_from_the_last_visit():
    """An hourly source is due an hour after the last visit."""
    assert next_due(HOURLY, "a", NOW - 600, NOW) == NOW + 3000


@given(TIMES, st.floats(0, 30 * DAY))
def test_missed_rounds_are_caught_up_once(last, slept):
    """After any pause one visit is due at most, and the next lies in the future again."""
    now = last + slept
    for schedule in (HOURLY, DAILY, Schedule(every=1800, jitter=300), Schedule(cron="*/15 * * * *", jitter=60)):
        due = next_due(schedule, "a", last, now)
        assert due > last
        assert next_due(schedule, "a", max(due, now), max(due, now)) > now


def test_a_clock_put_back_lets_no_source_sleep():
    """A last visit ten days in the future counts as now."""
    assert next_due(HOURLY, "a", NOW + 10 * DAY, NOW) == NOW + 3600


@given(TIMES, st.text(max_size=5), st.floats(0, 3000))
def test_spread_is_bounded_and_decided(last, name, jitter):
    """The spread stays within its bound and is the same each time it is asked for."""
    plain = next_due(HOURLY, name, last, last)
    spread = next_due(Schedule(every=3600.0, jitter=jitter), name, last, last)
    assert plain <= spread <= plain + jitter
    assert spread == next_due(Schedule(every=3600.0, jitter=jitter), name, last, last + 1)


def test_spread_tells_sources_apart():
    """A hundred sources with one schedule are spread over the whole time allowed, not in a heap."""
    schedule = Schedule(cron="0 6 * * *", jitter=1000.0)
    first = next_due(DAILY, "", NOW, NOW)
    late = sorted(next_due(schedule, f"source {number}", NOW, NOW) - first for number in range(100))
    assert late[0] < 100
    assert late[-1] > 900
    assert 300 < late[50] < 700


def test_failed_sources_are_tried_again_soon_and_less_and_less():
    """Retries are a minute away at first, twice as far each time, and never later than the schedule."""
    assert [retry_due(math.inf, failures, 0.0) for failures in (1, 2, 3, 7, 50)] == [60, 120, 240, 3600, 3600]
    assert retry_due(30.0, 3, 0.0) == 30.0
