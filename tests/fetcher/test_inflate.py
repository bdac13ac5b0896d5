"""One coding is undone, and no more."""

import gzip
import zlib

import brotli
import pytest
import zstandard

from scraper.errors import AnswerError
from scraper.fetcher.inflate import ACCEPTED, INFLATERS, inflater

PACK = {
    "gzip": gzip.compress,
    "x-gzip": gzip.compress,
    "deflate": zlib.compress,
    "br": brotli.compress,
    "zstd": zstandard.compress,
}


def test_all_that_is_asked_for_can_be_undone() -> None:
    """Every coding we say we accept comes back plain."""
    assert set(ACCEPTED.split(", ")) < set(INFLATERS) == set(PACK)
    for coding, pack in PACK.items():
        stream = inflater(coding)
        assert b"".join(stream.feed(pack(b"page"))) == b"page"
        assert stream.complete


@pytest.mark.parametrize(
    "coding", ["gzip, gzip", "gzip,br", "compress", "nonsense", "identity", ", ".join(["gzip"] * 50)]
)
def test_codings_that_cannot_be_undone_are_refused(coding: str) -> None:
    """A coding that was not asked for, and more than one, is an AnswerError that names it."""
    with pytest.raises(AnswerError, match=coding[:40]):
        inflater(coding)
