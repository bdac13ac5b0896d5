"""Cron lines and the days the clocks change."""

from datetime import UTC, datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.crawler.schedule.cron import complaint, next_tick


def at(moment: str, zone: str = "UTC", fold: int = 0) -> float:
    """Return the Unix seconds of a local time."""
    return datetime.fromisoformat(moment).replace(tzinfo=ZoneInfo(zone), fold=fold).timestamp()


def utc(seconds: float | None) -> str:
    """Return a moment as text."""
    assert seconds is not None
    return datetime.fromtimestamp(seconds, UTC).isoformat()[:16]


@pytest.mark.parametrize(
    ("line", "zone", "after", "expected"),
    [
        ("0 6 * * *", "UTC", "2025-01-01T05:59", "2025-01-01T06:00"),
        ("0 6 * * *", "UTC", "2025-01-01T06:00", "2025-01-02T06:00"),
        ("0 6 * * *", "Asia/Tokyo", "2025-01-01T00:00", "2025-01-01T21:00"),
        ("0 6 * * *", "Europe/Berlin", "2025-03-29T12:00", "2025-03-30T04:00"),
        ("0 6 * * *", "Europe/Berlin", "2025-10-25T12:00", "2025-10-26T05:00"),
        ("*/20 * * * *", "UTC", "2025-01-01T00:01", "2025-01-01T00:20"),
        ("0 0 29 2 *", "UTC", "2025-01-01T00:00", "2028-02-29T00:00"),
        ("0 9 * * MON-FRI", "UTC", "2025-01-03T10:00", "2025-01-06T09:00"),
        ("0 0 L * *", "UTC", "2025-02-01T00:00", "2025-02-28T00:00"),
    ],
)
def test_lines_name_moments(line, zone, after, expected):
    """A line is read in its own time zone, whose offset changes with the seasons."""
    assert utc(next_tick(line, zone, at(after))) == expected


def test_a_skipped_moment_comes_right_after_the_gap():
    """Half past two does not exist in Berlin on 30 March 2025, so the visit is at three o'clock summer time."""
    tick = next_tick("30 2 * * *", "Europe/Berlin", at("2025-03-29T12:00"))
    assert utc(tick) == "2025-03-30T01:00"
    assert utc(next_tick("30 2 * * *", "Europe/Berlin", tick or 0)) == "2025-03-31T00:30"


def test_a_moment_that_comes_twice_counts_once():
    """Half past two comes twice in Berlin on 26 October 2025, and the second time is no visit."""
    tick = next_tick("30 2 * * *", "Europe/Berlin", at("2025-10-25T12:00"))
    assert utc(tick) == "2025-10-26T00:30"
    for minute in (0, 15, 45):
        inside = at(f"2025-10-26T02:{minute:02}", "Europe/Berlin", fold=1)
        assert utc(next_tick("30 2 * * *", "Europe/Berlin", inside)) == "2025-10-27T01:30"


def test_lines_with_stars_go_by_real_time():
    """Every half hour means every half hour, through the hour that comes twice as well."""
    ticks = [at("2025-10-25T23:50")]
    for _ in range(8):
        ticks.append(next_tick("*/30 * * * *", "Europe/Berlin", ticks[-1]) or 0)
    assert {later - earlier for earlier, later in pairwise(ticks[1:])} == {1800.0}


LINES = [
    "30 2 * * *",
    "0 0 * * *",
    "15 */3 * * *",
    "*/7 * * * *",
    "*/10 0,2 * * *",
    "0 1-3 * * SUN",
    "59 23 L * *",
    "0 * * * *",
]
ZONES = [
    "UTC",
    "Europe/Berlin",
    "America/New_York",
    "Australia/Lord_Howe",
    "Asia/Kathmandu",
    "America/Santiago",
    "Asia/Beirut",
]


@given(
    st.sampled_from(LINES),
    st.sampled_from(ZONES),
    st.integers(int(at("2022-01-01")), int(at("2027-01-01")))
    | st.sampled_from([int(at("2025-10-26T00:59")), int(at("2025-03-30T00:59"))]),
)
def test_the_next_moment_is_always_later(line, zone, after):
    """Whatever the zone does, the next moment lies after the one before and no more than 32 days away."""
    for _ in range(5):
        tick = next_tick(line, zone, after)
        assert tick is not None
        assert after < tick < after + 32 * 86400
        after = tick


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("0 6 * *", "4 fields"),
        ("0 6 * * * *", "6 fields"),
        ("61 6 * * *", "minute"),
        ("0 25 * * *", "hour"),
        ("0 0 30 2 *", "day-of-month"),
        ("0 0 * * FOO", "day-of-week"),
        ("0 0 * * 1²", "day-of-week"),
        ("0 " * 501, "longer than"),
        ("", "0 fields"),
    ],
)
def test_bad_lines_are_told_with_the_field(line, words):
    """What is wrong with a line is said in words that name the field."""
    assert words in (complaint(line) or "")


@pytest.mark.parametrize("line", LINES)
def test_good_lines_are_no_complaint(line):
    """Lines that can be read give no complaint."""
    assert complaint(line) is None
