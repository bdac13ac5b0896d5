"""What `Retry-After` says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.fetcher.retry_after import LONGEST, seconds

NOW = 784_111_777.0  # Sun, 06 Nov 1994 08:49:37 GMT


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, None),
        ("", None),
        ("  ", None),
        ("0", 0.0),
        ("120", 120.0),
        (" 120 ", 120.0),
        ("1.5", 1.5),
        ("-5", 0.0),
        ("+5", 5.0),
        ("86400", LONGEST),
        ("86401", LONGEST),
        ("9" * 40, LONGEST),
        ("9" * 400, None),
        ("soon", None),
        ("inf", None),
        ("nan", None),
        ("1e3", None),
        ("١٢", None),
        ("Sun, 06 Nov 1994 08:51:37 GMT", 120.0),
        ("Sunday, 06-Nov-94 08:51:37 GMT", 120.0),
        ("Sun Nov  6 08:51:37 1994", 120.0),
        ("Sun, 06 Nov 1994 09:51:37 +0100", 120.0),
        ("Sun, 06 Nov 1994 08:49:37 GMT", 0.0),
        ("Sat, 05 Nov 1994 08:49:37 GMT", 0.0),
        ("Fri, 31 Dec 9999 23:59:59 GMT", LONGEST),
        ("Sun, 99 Nov 1994 08:49:37 GMT", None),
        ("Sun, 06 Nov 1994 99:99:99 GMT", None),
    ],
)
def test_each_form_is_seconds_from_now(value: str | None, expected: float | None) -> None:
    """Seconds and all forms of dates are understood, the past is now, the absurd a day, and nonsense nothing."""
    assert seconds(value, NOW) == expected


@given(st.text(), st.floats(0, 4e9))
def test_any_text_is_bounded_or_nothing(value: str, now: float) -> None:
    """Any text is a number of seconds within bounds, or nothing."""
    found = seconds(value, now)
    assert found is None or 0 <= found <= LONGEST
