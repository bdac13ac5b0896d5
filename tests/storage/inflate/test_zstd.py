"""The `zstd` coding."""

import io

import pytest

from scraper.errors import AnswerError
from scraper.storage.inflate.zstd import Zstd, zstd_writer


def packed(plain: bytes) -> bytes:
    target = io.BytesIO()
    with zstd_writer(target) as archive:
        archive.write(plain)
    return target.getvalue()


@pytest.mark.parametrize("step", [1, 7, 1 << 20])
def test_frames_come_back_however_they_are_cut(step: int) -> None:
    """Two frames behind one another come back whole, in steps of any size."""
    sent = packed(b"one") + packed(bytes(300_000))
    stream = Zstd()
    plain = b"".join(piece for at in range(0, len(sent), step) for piece in stream.feed(sent[at : at + step]))
    assert plain == b"one" + bytes(300_000)
    assert stream.complete


def test_cut_frame_is_not_complete() -> None:
    """A frame without its end is known to lack it."""
    stream = Zstd()
    assert [*stream.feed(packed(b"x" * 999)[:-4])]
    assert not stream.complete


def test_damage_is_told() -> None:
    """Bytes that are no frame are refused."""
    with pytest.raises(AnswerError, match="damaged"):
        [*Zstd().feed(b"\xff" * 99)]
