"""Tests of addresses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.cleaner.metadata.address import absolute, candidates, host, same


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://a.example/2024/05/03/rain", "2024-05-03"),
        ("https://a.example/2024/5/3/", "2024-05-03"),
        ("https://a.example/news/2024-05-03-rain", "2024-05-03"),
        ("https://a.example/rain-20240503.html", "2024-05-03"),
        ("https://a.example/2024/05/rain", None),
        ("https://a.example/id/120240503", None),
        ("https://a.example/2024/13/03/rain", None),
        (None, None),
    ],
)
def test_days_in_addresses(address, day):
    """An address tells a day only where year, month and day stand in its path."""
    assert next((found.value for found in candidates(address)), None) == day


def test_only_web_addresses_are_absolute():
    """Relative addresses are joined; what is no web address afterwards is none."""
    assert absolute("https://a.example/b/", "c.jpg") == "https://a.example/b/c.jpg"
    assert absolute(None, "//cdn.example/c.jpg") is None
    assert absolute("https://a.example", "data:image/png;base64,AA") is None


def test_same_page_in_different_spellings():
    """Scheme, www, query and last slash do not make another page."""
    assert same("http://www.a.example/b/?x=1", "https://a.example/b")
    assert not same("https://a.example/b", "https://a.example/c")
    assert not same(None, None)


@given(st.text(), st.text())
def test_no_address_raises(left, right):
    """Whatever stands where an address is expected, nothing raises."""
    absolute(f"http://{left}", right)
    same(f"http://{left}", f"//{right}")
    host(f"http://[{left}")
    list(candidates(f"http://{left}]/{right}"))
