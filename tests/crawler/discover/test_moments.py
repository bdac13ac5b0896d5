"""Points in time as feeds and sitemaps write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.crawler.discover.moments import moment
from tests.crawler.discover.documents import at


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025", "2025-01-01T00:00:00"),
        ("2025-03", "2025-03-01T00:00:00"),
        ("2025-03-04", "2025-03-04T00:00:00"),
        ("2025-03-04T10:00Z", "2025-03-04T10:00:00"),
        ("2025-03-04T10:00:30+02:00", "2025-03-04T08:00:30"),
        ("2025-03-04T10:00:30.123456789Z", "2025-03-04T10:00:30.123456"),
        ("2025-03-04T10:00:30+0200", "2025-03-04T08:00:30"),
        ("2025-03-04 10:00:30", "2025-03-04T10:00:30"),
        (" 2025-03-04\n", "2025-03-04T00:00:00"),
        ("Tue, 04 Mar 2025 10:00:30 GMT", "2025-03-04T10:00:30"),
        ("Tue, 04 Mar 2025 10:00:30 -0500", "2025-03-04T15:00:30"),
    ],
)
def test_all_usual_forms_are_read(text, expected):
    """Dates and times are read to the second, in their zone or else UTC."""
    assert moment(text) == at(expected)


@pytest.mark.parametrize(
    "text", ["", "yesterday", "2025-13-01", "0000-00-00", "1969-12-31", "0001-01-01T00:00:00+14:00", "٢٠٢٥"]
)
def test_what_is_no_time_is_none(text):
    """What cannot be read, or cannot be meant, gives no time."""
    assert moment(text) is None


@given(st.text(max_size=40))
def test_no_text_breaks_it(text):
    """Any text gives a time from 1970 on or none."""
    found = moment(text)
    assert found is None or found >= 0
