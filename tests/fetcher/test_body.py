"""The limits of a body, apart from any network."""

import gzip
import random

import pytest

from scraper.errors import AnswerError
from scraper.fetcher.body import Body
from scraper.fetcher.limits import Limits

ADDRESS = "http://a.example/"
SMALL = Limits(max_bytes=100, max_inflated=200)


def test_a_plain_body_is_kept_as_it_comes() -> None:
    """Chunks of a plain body are joined."""
    body = Body(ADDRESS, " Identity ", SMALL)
    body.add(b"one ")
    body.add(b"two")
    assert body.finish() == b"one two"


def test_a_body_may_be_as_large_as_the_limit() -> None:
    """Exactly the limit is allowed, on the wire and inflated."""
    body = Body(ADDRESS, "", SMALL)
    body.announce("100")
    body.add(bytes(100))
    assert len(body.finish()) == 100
    packed = Body(ADDRESS, "GZIP", SMALL)
    packed.add(gzip.compress(bytes(200)))
    assert packed.finish() == bytes(200)


def test_one_byte_more_on_the_wire_is_too_many() -> None:
    """A byte beyond the limit on the wire is an AnswerError that names address and option."""
    body = Body(ADDRESS, "", SMALL)
    body.add(bytes(100))
    with pytest.raises(AnswerError, match=r"http://a\.example/.*more than 100 bytes.*--max-bytes"):
        body.add(b"x")


def test_one_byte_more_inflated_is_too_many() -> None:
    """A byte beyond the limit after inflating is an AnswerError that names address and option."""
    with pytest.raises(AnswerError, match=r"http://a\.example/.*larger than 200 bytes.*--max-inflated"):
        Body(ADDRESS, "gzip", SMALL).add(gzip.compress(bytes(201)))


def test_compressed_bytes_count_as_sent() -> None:
    """The limit on the wire counts compressed bytes, not what they become."""
    noise = random.Random(1).randbytes(150)  # noqa: S311 - noise, not a secret
    with pytest.raises(AnswerError, match="--max-bytes"):
        Body(ADDRESS, "gzip", SMALL).add(gzip.compress(noise))


def test_an_announced_length_is_believed_when_it_is_too_large() -> None:
    """A `Content-Length` beyond the limit is an AnswerError before any byte of the body."""
    with pytest.raises(AnswerError, match="--max-bytes"):
        Body(ADDRESS, "", SMALL).announce("101")


@pytest.mark.parametrize("length", ["", "x", "-1", "²"])
def test_other_lengths_announce_nothing(length: str) -> None:
    """A missing or senseless `Content-Length` is left to HTTP itself."""
    Body(ADDRESS, "", SMALL).announce(length)


def test_a_compressed_body_without_end_is_cut_short() -> None:
    """A gzip stream that stops early is an AnswerError with the address."""
    body = Body(ADDRESS, "gzip", SMALL)
    body.add(gzip.compress(b"page")[:-1])
    with pytest.raises(AnswerError, match=r"http://a\.example/: the compressed body is cut short"):
        body.finish()


@pytest.mark.parametrize("coding", ["compress", "gzip, gzip"])
def test_unknown_codings_name_the_address(coding: str) -> None:
    """A coding that cannot be undone is an AnswerError with the address."""
    with pytest.raises(AnswerError, match=rf"http://a\.example/: .*{coding}"):
        Body(ADDRESS, coding, SMALL).add(b"x")


@pytest.mark.parametrize("coding", ["", "gzip", "br"])
def test_no_bytes_are_an_empty_body_in_any_coding(coding: str) -> None:
    """A body of no bytes is empty and whole, whatever coding its head speaks of."""
    assert Body(ADDRESS, coding, SMALL).finish() == b""
