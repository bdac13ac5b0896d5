"""Records of a WARC, also where their lengths lie."""

import gzip
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.reader import warc_frame
from scraper.reader.warc_frame import frames

BLOCK = b"HTTP/1.1 200 OK\r\n\r\n<p>words of the page"


def record(block: bytes = BLOCK, wrong: int = 0) -> bytes:
    return b"WARC/1.0\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n" % (len(block) + wrong, block)


def blocks(data: bytes) -> list[bytes | None]:
    return [frame.block for frame in frames(io.BytesIO(data))]


@given(st.lists(st.binary(max_size=80), max_size=5))
def test_records_come_back(parts: list[bytes]) -> None:
    """Whatever stands in blocks, right lengths give them back as they are."""
    assert blocks(b"".join(map(record, parts))) == parts


@pytest.mark.parametrize("wrong", [-30, -1, 1, 3, 4, 5, 9, 60, 100, 10_000])
def test_wrong_length_costs_no_record(wrong: int) -> None:
    """A record that tells too few or too many bytes ends where the next one begins."""
    found = blocks(record(b"1") + record(wrong=wrong) + record(b"3") + record(b"4"))
    assert found[0] == b"1"
    assert found[1] is not None
    assert found[1].strip() == BLOCK
    assert found[2:] == [b"3", b"4"]


def test_last_record_that_tells_too_few_is_mended_or_kept() -> None:
    """A wrong length in the last record loses no other and ends the file well."""
    found = blocks(record(b"1") + record(wrong=-3))
    assert found == [b"1", BLOCK[:-3]]


@pytest.mark.parametrize("cut", [1, 10, 24, 40])
def test_file_that_ends_within_a_record_is_told(cut: int) -> None:
    """The records before the cut come first, then the fault."""
    pages = frames(io.BytesIO(record(b"1") + record()[:-4][:-cut]))
    assert next(pages).block == b"1"
    with pytest.raises(OSError, match="in the midst"):
        next(pages)


def test_damaged_archive_gives_what_stands_before() -> None:
    """Records that are whole come before the fault of the archive they are in."""
    data = gzip.compress(record(b"1")) + gzip.compress(record(b"2"))[:-12]
    pages = frames(gzip.GzipFile(fileobj=io.BytesIO(data)))
    assert next(pages).block == b"1"
    with pytest.raises((OSError, EOFError)):
        next(pages)


@pytest.mark.parametrize("data", [b"<html>no archive</html>", b"\x1f\x8b rubbish"])
def test_what_is_no_archive_is_told(data: bytes) -> None:
    """A file that does not begin with a record is a fault, not an empty archive."""
    with pytest.raises(OSError, match="no WARC"):
        blocks(data)


def test_too_large_block_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    """A block above the bound is not held, and the record after it is read."""
    monkeypatch.setattr(warc_frame, "MAX_BYTES", 100)
    assert blocks(record(b"x" * 200_000) + record(b"2")) == [None, b"2"]


def test_head_without_end_is_told() -> None:
    """A head that never ends is a fault once it is longer than any head."""
    with pytest.raises(OSError, match="head"):
        blocks(b"WARC/1.0\r\n" + b"a: b\r\n" * 20_000)
