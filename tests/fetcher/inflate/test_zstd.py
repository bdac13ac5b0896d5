"""The `zstd` coding, in bounded pieces."""

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from scraper.errors import AnswerError
from scraper.fetcher.inflate.zstd import Zstd


def _inflate(sent: bytes, step: int) -> tuple[bytes, bool]:
    stream = Zstd()
    plain = b"".join(piece for at in range(0, len(sent), step) for piece in stream.feed(sent[at : at + step]))
    return plain, stream.complete


@given(st.binary(max_size=300), st.integers(1, 70))
def test_what_was_packed_comes_back_however_it_is_cut(plain: bytes, step: int) -> None:
    """The bytes that went in come out, whatever the size of the chunks."""
    assert _inflate(zstandard.compress(plain), step) == (plain, True)


@given(st.lists(st.binary(max_size=50), min_size=1, max_size=4), st.integers(1, 70))
def test_frames_are_joined(parts: list[bytes], step: int) -> None:
    """A body of several frames is all of them, and frames to be skipped are skipped."""
    skipped = b"\x50\x2a\x4d\x18\x03\x00\x00\x00xyz"
    sent = skipped.join(zstandard.compress(part) for part in parts)
    assert _inflate(sent, step) == (b"".join(parts), True)


def test_a_cut_stream_is_not_complete() -> None:
    """A stream without its end is never taken for whole, wherever it is cut."""
    sent = zstandard.compress(bytes(range(256)) * 40)
    assert not any(_inflate(sent[:end], 100)[1] for end in range(1, len(sent)))
    assert _inflate(b"", 1) == (b"", True)


@pytest.mark.parametrize("step", [1, 3, 1000])
@pytest.mark.parametrize("padding", [b"\0", b"\0\0\0\0\0", b"<!-- x -->"])
def test_padding_after_the_end_is_ignored(padding: bytes, step: int) -> None:
    """Bytes after the end of a frame that begin no other change nothing."""
    assert _inflate(zstandard.compress(b"page") + padding, step) == (b"page", True)


def test_what_is_not_compressed_is_damaged() -> None:
    """A plain page announced as compressed is an AnswerError."""
    with pytest.raises(AnswerError, match="damaged"):
        _inflate(b"<!doctype html><p>plain", 100)


def test_greedy_windows_are_refused() -> None:
    """A stream that claims more memory than 8 MiB is an AnswerError."""
    parameters = zstandard.ZstdCompressionParameters.from_level(3, window_log=26, enable_ldm=True)
    machine = zstandard.ZstdCompressor(compression_params=parameters).compressobj()
    sent = machine.compress(b"x" * 9_000_000) + machine.flush()
    with pytest.raises(AnswerError, match="damaged"):
        _inflate(sent, 1 << 20)


def test_pieces_are_bounded_and_lazy() -> None:
    """A bomb yields pieces of at most 2 MiB, each inflated when it is asked for."""
    pieces = Zstd().feed(zstandard.compress(bytes(1 << 28)))
    assert all(len(next(pieces)) <= 2 << 20 for _ in range(20))
