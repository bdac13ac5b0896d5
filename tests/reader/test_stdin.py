"""Standard input."""

import io

import pytest

from scraper.model.page import FetchResult
from scraper.reader.stdin import read_stdin


@pytest.mark.parametrize("body", [b"", b"  \n\n <p>a\n<p>b\n", b"{not json}\n<p>", b'{"a": 1}\n', b"\xff\xfe<\x00"])
def test_anything_but_rows_is_one_page_of_the_same_bytes(body: bytes) -> None:
    """What does not begin with a row is one HTML page, byte for byte."""
    assert list(read_stdin(io.BytesIO(body))) == [FetchResult("-", body)]


def test_rows_are_told_by_the_first_line() -> None:
    """When the first line that is not blank is a row, all lines are rows, numbered from the very first line."""
    found = list(read_stdin(io.BytesIO(b'\n{"html":"a"}\n{"html":"b"}\n')))
    assert found == [FetchResult("-#2", "a"), FetchResult("-#3", "b")]
