"""What is kept of an answer's head."""

import pytest

from scraper.errors import AnswerError
from scraper.fetcher.headers import MOST_BYTES, MOST_FIELDS, describe, read_head
from scraper.fetcher.redirects import Trail
from scraper.model.page import Http


def test_headers_are_kept_as_sent() -> None:
    """Every field of `Http` comes from its header, unchanged."""
    trail = Trail("http://a.example/", 1)
    trail.follow("/b")
    raw = [
        (b"Content-Type", b"text/html; charset=GB2312"),
        (b"ETag", b'W/"x"'),
        (b"Last-Modified", b"Thu, 01 Jan 2026 00:00:00 GMT"),
        (b"Content-Language", b"zh-CN"),
    ]
    assert describe(read_head(404, raw), trail) == Http(
        status=404,
        url="http://a.example/b",
        redirects=("http://a.example/",),
        content_type="text/html; charset=GB2312",
        etag='W/"x"',
        last_modified="Thu, 01 Jan 2026 00:00:00 GMT",
        content_language="zh-CN",
    )


def test_missing_and_empty_headers_are_none() -> None:
    """A header that says nothing is None."""
    head = read_head(200, [(b"etag", b"")])
    assert describe(head, Trail("http://a.example/", 1)) == Http(200, "http://a.example/")


def test_lists_are_joined_and_others_are_the_first() -> None:
    """Of a header that is sent twice the first counts, unless it is a list."""
    head = read_head(200, [(b"A", b"1"), (b"a", b"2")])
    assert (head.first("a"), head.joined("a"), head.joined("b")) == ("1", "1, 2", "")


def test_bytes_beyond_ascii_are_utf_8_or_latin_1() -> None:
    """A header's bytes are read as UTF-8 where they are, else as Latin-1."""
    assert read_head(200, [(b"A", "é".encode()), (b"B", b"\xe9")]).fields == (("a", "é"), ("b", "é"))


@pytest.mark.parametrize(
    ("status", "raw", "cause"),
    [
        (101, [], "status"),
        (99, [], "status"),
        (1000, [], "status"),
        (200, [(b"x", b"a\0b")], "NUL"),
        (200, [(b"x", b"a\nb")], "line end"),
        (200, [(b"x\r", b"a")], "line end"),
        (200, [(b"x", b"y")] * (MOST_FIELDS + 1), "headers"),
        (200, [(b"x", b"y" * MOST_BYTES)], "bytes"),
    ],
)
def test_what_is_no_head_is_refused(status: int, raw: list[tuple[bytes, bytes]], cause: str) -> None:
    """A status that ends nothing, forbidden bytes, and too much of all are AnswerErrors with their cause."""
    with pytest.raises(AnswerError, match=cause):
        read_head(status, raw)


def test_as_much_as_allowed_is_no_fault() -> None:
    """Exactly the number of headers that is allowed is allowed."""
    assert len(read_head(200, [(b"x", b"y")] * MOST_FIELDS).fields) == MOST_FIELDS
