"""Tests of times of day."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.cleaner.metadata.clock import clock


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("T10:30:05+02:00", "T10:30:05+02:00"),
        (" 10:30:05.123Z", "T10:30:05+00:00"),
        (" at 3:20 p.m. EDT", "T15:20:00-04:00"),
        (" 下午6時49分", "T18:49:00"),
        (" 오후 3:20", "T15:20:00"),
        (" à 11h46", "T11:46:00"),
        (" 12:05 AM", "T00:05:00"),
        (" 10:30 GMT+0200 (CEST)", "T10:30:00+02:00"),
        (" 10:30 XYZ", "T10:30:00"),
        (" 25:30", ""),
        (" 10:75", ""),
        ("", ""),
    ],
)
def test_times_in_many_spellings(text, time):
    """Times are read on the 24 and on the 12 hour clock, with offsets where they are given."""
    assert clock(text) == time


@given(st.text())
def test_no_text_raises(text):
    """Whatever follows a date, the answer is a time or nothing."""
    assert clock(text) == "" or clock(text).startswith("T")
