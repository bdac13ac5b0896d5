"""The `br` coding, in bounded pieces."""

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.errors import AnswerError
from scraper.fetcher.inflate.br import Brotli


def _inflate(sent: bytes, step: int) -> tuple[bytes, bool]:
    stream = Brotli()
    plain = b"".join(piece for at in range(0, len(sent), step) for piece in stream.feed(sent[at : at + step]))
    return plain, stream.complete


@given(st.binary(max_size=300), st.integers(1, 40))
def test_what_was_packed_comes_back_however_it_is_cut(plain: bytes, step: int) -> None:
    """The bytes that went in come out, whatever the size of the chunks."""
    assert _inflate(brotli.compress(plain), step) == (plain, True)


@pytest.mark.parametrize("size", [65_535, 65_536, 65_537, 98_272, 98_273, 131_072, 300_000, 5_000_001])
def test_sizes_around_a_piece_lose_nothing(size: int) -> None:
    """A body that ends on the border of a piece is whole and known to be."""
    plain, complete = _inflate(brotli.compress(b"x" * size, quality=2), 1 << 20)
    assert (len(plain), complete) == (size, True)


def test_a_cut_stream_is_not_complete() -> None:
    """A stream without its end is never taken for whole, wherever it is cut."""
    sent = brotli.compress(bytes(range(256)) * 4)
    assert not any(_inflate(sent[:end], 100)[1] for end in range(1, len(sent)))
    assert _inflate(b"", 1) == (b"", True)


@pytest.mark.parametrize("step", [1, 7, 10_000])
def test_bytes_after_the_end_are_damage(step: int) -> None:
    """Bytes after the end are an AnswerError, in one chunk with it or not."""
    with pytest.raises(AnswerError, match="damaged"):
        _inflate(brotli.compress(b"page" * 9) + b"more", step)


def test_what_is_not_compressed_is_damaged() -> None:
    """A plain page announced as compressed is an AnswerError."""
    with pytest.raises(AnswerError, match="damaged"):
        _inflate(b"<!doctype html><p>plain", 100)


def test_pieces_are_small_and_lazy() -> None:
    """A bomb yields pieces of about 64 KiB, each inflated when it is asked for."""
    pieces = Brotli().feed(brotli.compress(bytes(5_000_000), quality=2))
    assert all(len(next(pieces)) < 1 << 17 for _ in range(9))
