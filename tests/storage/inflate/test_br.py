"""The `br` coding."""

import brotli
import pytest

from scraper.errors import AnswerError
from scraper.storage.inflate.br import Brotli


def test_large_body_comes_in_small_pieces() -> None:
    """A body of mebibytes comes back whole, no piece much larger than another."""
    stream = Brotli()
    pieces = [*stream.feed(brotli.compress(bytes(5 << 20)))]
    assert sum(map(len, pieces)) == 5 << 20
    assert max(map(len, pieces)) <= 1 << 17
    assert stream.complete


def test_damage_is_told() -> None:
    """Bytes that are no brotli are refused."""
    with pytest.raises(AnswerError, match="damaged"):
        [*Brotli().feed(b"\xff" * 99)]
