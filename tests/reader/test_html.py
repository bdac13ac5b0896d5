"""One HTML file, one page."""

import io

import pytest

from scraper.model.document import Skipped
from scraper.model.page import FetchResult
from scraper.reader import html, reading
from scraper.reader.html import read_html, whole_page


def test_bytes_stay_as_they_are() -> None:
    """Nothing is decoded or trimmed on the way."""
    body = b"\xef\xbb\xbf \r\n<p>\xe4\x00"
    assert list(read_html(io.BytesIO(body), "s")) == [FetchResult("s", body)]


def test_limit_is_allowed_and_one_byte_more_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page of exactly the limit is a page, one byte more is too large, bytes taken before counted in."""
    monkeypatch.setattr(html, "MAX_BYTES", 4)
    assert whole_page(io.BytesIO(b"cd"), "s", b"ab") == FetchResult("s", b"abcd")
    assert isinstance(whole_page(io.BytesIO(b"cde"), "s", b"ab"), Skipped)
    assert reading.MAX_BYTES == 64 * 2**20
