"""Tests of calendars."""

from datetime import date

import pytest

from scraper.cleaner.metadata.calendars import day


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ((2024, 5, 3), date(2024, 5, 3)),
        ((2567, 5, 3), date(2024, 5, 3)),
        ((1403, 2, 14), date(2024, 5, 3)),
        ((1403, 1, 1), date(2024, 3, 20)),
        ((1402, 1, 1), date(2023, 3, 21)),
        ((1399, 12, 30), date(2021, 3, 20)),
        ((1390, 10, 16), date(2012, 1, 6)),
        ((1989, 5, 3), None),
        ((2024, 2, 30), None),
        ((2100, 1, 1), None),
        ((1445, 10, 24), None),
        ((1403, 7, 31), None),
    ],
)
def test_days_of_three_calendars(written, meant):
    """Gregorian, Thai and Persian days become Gregorian ones; impossible and implausible days are none."""
    assert day(*written) == meant
