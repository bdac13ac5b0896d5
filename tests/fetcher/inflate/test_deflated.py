"""Inflating in bounded pieces gives what zlib gives, however the bytes arrive."""

import gzip
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.errors import AnswerError
from scraper.fetcher.inflate import ACCEPTED, inflater


def _raw_deflate(plain: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(plain) + packer.flush()


def _inflate(coding: str, sent: bytes, step: int) -> tuple[bytes, bool]:
    stream = inflater(coding)
    plain = b"".join(piece for at in range(0, len(sent), step) for piece in stream.feed(sent[at : at + step]))
    return plain, stream.complete


@given(st.binary(max_size=300), st.integers(1, 40))
def test_every_coding_comes_back_however_it_is_cut(plain: bytes, step: int) -> None:
    """Gzip, zlib and bare deflate give the bytes that went in, whatever the size of the chunks."""
    assert _inflate("gzip", gzip.compress(plain), step) == (plain, True)
    assert _inflate("x-gzip", gzip.compress(plain), step) == (plain, True)
    assert _inflate("deflate", zlib.compress(plain), step) == (plain, True)
    assert _inflate("deflate", _raw_deflate(plain), step) == (plain, True)


@pytest.mark.parametrize("size", [65535, 65536, 65537, 131072, 131073, 300000])
@pytest.mark.parametrize("coding", ["gzip", "deflate"])
def test_sizes_around_a_piece_lose_nothing(size: int, coding: str) -> None:
    """A body that ends on the border of a piece is whole and known to be."""
    plain = b"x" * size
    sent = gzip.compress(plain) if coding == "gzip" else _raw_deflate(plain)
    assert _inflate(coding, sent, 1 << 20) == (plain, True)


@given(st.lists(st.binary(max_size=50), min_size=1, max_size=4), st.integers(1, 40))
def test_gzip_members_are_joined(parts: list[bytes], step: int) -> None:
    """A gzip body of several members is all of them."""
    sent = b"".join(gzip.compress(part) for part in parts)
    assert _inflate("gzip", sent, step) == (b"".join(parts), True)


@pytest.mark.parametrize("padding", [b"\0", b"\0\0\0\0", b"\x1f", b"<!-- \x1f\x8b -->", b"xx\x1f\x8b"])
@pytest.mark.parametrize("step", [1, 2, 3, 1000])
def test_padding_after_the_end_is_ignored(padding: bytes, step: int) -> None:
    """Bytes after the end of a stream change nothing."""
    assert _inflate("gzip", gzip.compress(b"page") + padding, step) == (b"page", True)
    assert _inflate("deflate", zlib.compress(b"page") + padding, step) == (b"page", True)


@pytest.mark.parametrize("coding", ["gzip", "deflate"])
def test_a_cut_stream_is_not_complete(coding: str) -> None:
    """A stream without its end is never taken for whole, wherever it is cut."""
    plain = bytes(range(256)) * 4
    sent = gzip.compress(plain) if coding == "gzip" else zlib.compress(plain)
    for end in range(1, len(sent)):
        assert not _inflate(coding, sent[:end], 100)[1]


@pytest.mark.parametrize("coding", ["gzip", "deflate"])
def test_nothing_at_all_is_complete(coding: str) -> None:
    """An empty body is whole under any coding."""
    assert _inflate(coding, b"", 1) == (b"", True)


@pytest.mark.parametrize("coding", ["gzip", "deflate"])
def test_what_is_not_compressed_is_damaged(coding: str) -> None:
    """A plain page announced as compressed is an AnswerError."""
    with pytest.raises(AnswerError, match="damaged"):
        _inflate(coding, b"<!doctype html><p>plain", 100)


def test_a_wrong_checksum_is_damage() -> None:
    """A gzip body whose checksum does not fit is an AnswerError."""
    sent = bytearray(gzip.compress(b"page"))
    sent[-8] ^= 1
    with pytest.raises(AnswerError, match="damaged"):
        _inflate("gzip", bytes(sent), 100)


@pytest.mark.parametrize("coding", ["gzip, gzip", "gzip,br", "compress", "nonsense", "identity"])
def test_codings_that_cannot_be_undone_are_refused(coding: str) -> None:
    """A coding that was not asked for, and more than one, is an AnswerError that names it."""
    assert coding not in ACCEPTED
    with pytest.raises(AnswerError, match=coding):
        inflater(coding)


def test_pieces_are_small_and_lazy() -> None:
    """A bomb yields pieces of at most 64 KiB, each inflated when it is asked for."""
    pieces = inflater("gzip").feed(gzip.compress(bytes(5_000_000)))
    assert [len(next(pieces)) for _ in range(3)] == [65536] * 3
