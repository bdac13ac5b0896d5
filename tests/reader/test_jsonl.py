"""Rows of JSONL."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.model.document import Skipped, SkipReason
from scraper.model.page import FetchResult
from scraper.reader import jsonl
from scraper.reader.jsonl import looks_like_row, read_jsonl


def rows(data: bytes) -> list[FetchResult | Skipped]:
    return list(read_jsonl(io.BytesIO(data), "f.jsonl"))


def test_row_gives_page_with_address() -> None:
    """A row's html becomes the page's text and its url the page's address."""
    data = json.dumps({"url": "http://x/", "html": "<p>é", "other": 1}).encode()
    assert rows(data) == [FetchResult("f.jsonl#1", "<p>é", url="http://x/")]


def test_blank_lines_are_passed_over_and_counted() -> None:
    """Blank lines give no record, but the numbers of later rows count them."""
    assert [item.source for item in rows(b'{"html":"a"}\r\n\n  \n{"html":"b"}')] == ["f.jsonl#1", "f.jsonl#4"]


@pytest.mark.parametrize(
    ("line", "detail"),
    [
        (b"nope", "not JSON"),
        (b"[1]", "not an object"),
        (b"{}", "`html` is missing"),
        (b'{"html":null}', "`html` is missing"),
        (b'{"html":3}', "`html` is not a string"),
        (b'{"html":"a","url":3}', "`url` is neither"),
        (b"\xff\xfe", "not JSON"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"html":' + b"1" * 5000 + b"}", "not JSON"),
    ],
)
def test_bad_row_says_what_is_wrong(line: bytes, detail: str) -> None:
    """A row that cannot be used gives a skip with its reason, and the next row is still read."""
    bad, good = rows(line + b'\n{"html":"a"}')
    assert isinstance(bad, Skipped)
    assert bad.skipped is SkipReason.BAD_ROW
    assert detail in bad.detail
    assert good == FetchResult("f.jsonl#2", "a")


def test_bad_row_keeps_its_address() -> None:
    """A row without html still says which address it was about."""
    (bad,) = rows(b'{"url":"http://x/"}')
    assert bad.url == "http://x/"


def test_address_with_half_a_character_becomes_printable() -> None:
    """A lone surrogate in an address, which JSON can carry and UTF-8 cannot, is replaced."""
    (page,) = rows(b'{"url":"http://x/\\ud800","html":""}')
    assert page.url == "http://x/?"


def test_row_above_the_limit_is_too_large_and_the_next_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """A row above the limit is skipped without being held, and reading goes on behind it."""
    monkeypatch.setattr(jsonl, "MAX_BYTES", 20)
    large, good = rows(b'{"html":"' + b"x" * 99 + b'"}\n{"html":"a"}\n')
    assert isinstance(large, Skipped)
    assert large.skipped is SkipReason.TOO_LARGE
    assert good == FetchResult("f.jsonl#2", "a")


@given(st.binary())
def test_any_bytes_give_one_record_a_line_that_is_not_blank(data: bytes) -> None:
    """Whatever the bytes, there is exactly one page or skip for each line that is not blank."""
    assert len(rows(data)) == sum(1 for line in data.split(b"\n") if line.strip())


@pytest.mark.parametrize(
    ("line", "answer"),
    [(b'{"html":""}', True), (b'\xef\xbb\xbf{"html":1}', True), (b'{"a":1}', False), (b"{", False), (b"<p>", False)],
)
def test_row_is_told_from_markup(line: bytes, answer: bool) -> None:  # noqa: FBT001 -- a table's column
    """Only a JSON object with a field `html` looks like a row."""
    assert looks_like_row(line) is answer
