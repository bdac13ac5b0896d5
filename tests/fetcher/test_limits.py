"""Limits that make no sense are refused where they are made."""

import math

import pytest

from scraper.errors import UsageError
from scraper.fetcher.limits import DEFAULT_LIMITS, Limits


def test_defaults_are_accepted() -> None:
    """The default limits are themselves valid."""
    assert Limits() == DEFAULT_LIMITS


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("deadline", 0),
        ("deadline", math.nan),
        ("deadline", math.inf),
        ("connect_timeout", -1),
        ("read_timeout", 0),
        ("max_bytes", 0),
        ("max_inflated", -5),
        ("max_redirects", -1),
        ("user_agent", ""),
        ("user_agent", "a\r\nX-Injected: yes"),
        ("user_agent", "кот"),
        ("user_agent", " blank"),
    ],
)
def test_senseless_limits_are_usage_errors(field: str, value: float | str) -> None:
    """A limit under which nothing could be fetched is a UsageError that names its field."""
    with pytest.raises(UsageError, match=field):
        Limits(**{field: value})  # type: ignore[arg-type]


def test_no_redirects_is_a_choice() -> None:
    """Zero redirects is a valid limit."""
    assert Limits(max_redirects=0).max_redirects == 0
