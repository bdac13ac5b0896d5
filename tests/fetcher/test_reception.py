"""Bodies as they are taken in; what breaks them is tried in the table of faults."""

import asyncio

import pytest

from scraper.errors import AnswerError
from scraper.fetcher import Guard, Limits, open_fetcher
from scraper.model.page import FetchResult
from tests.fetcher.loopback import Loopback, answer, redirect

HERE = Guard(allow_loopback=True)
SMALL = Limits(max_bytes=1000, max_inflated=2000)


def get(url: str, limits: Limits) -> FetchResult:
    """Visit one address."""

    async def tell() -> FetchResult:
        async with open_fetcher(limits, HERE) as fetcher:
            return await fetcher.visit(url)

    return asyncio.run(tell())


@pytest.mark.parametrize(("status", "kept"), [("404 Not Found", 1000), ("503 Busy", 1000)])
def test_error_pages_are_cut_at_the_limit(server: Loopback, status: str, kept: int) -> None:
    """Of an error page too large what fits is kept, and its status and headers come back."""
    url = server.on("/", lambda _: (f"HTTP/1.1 {status}\r\nX-A: b\r\n\r\n".encode(), bytes(900), 0.05, bytes(900)))
    result = get(url, SMALL)
    assert result.http is not None
    assert result.http.status == int(status[:3])
    assert len(result.body) <= kept
    assert result.headers == (("x-a", "b"),)


def test_error_pages_are_cut_at_a_mebibyte(server: Loopback) -> None:
    """However much is allowed, of an error page no more than a mebibyte is kept."""
    url = server.on("/", answer(bytes(3 << 20), "404 Not Found"))
    assert len(get(url, Limits()).body) <= 1 << 20


def test_other_pages_are_not_cut(server: Loopback) -> None:
    """A page of status 200 beyond the limit is an AnswerError."""
    with pytest.raises(AnswerError, match="--max-bytes"):
        get(server.on("/", answer(bytes(1001))), SMALL)


def test_slow_bodies_of_redirects_are_not_waited_for(server: Loopback) -> None:
    """The body of a redirect that does not come holds the visit up by half a second at most."""
    server.on("/a", lambda _: (redirect("/b", Content_Length="99"), 9.0))
    server.on("/b", answer(b"page"))

    async def tell() -> FetchResult:
        async with open_fetcher(Limits(deadline=3), HERE) as fetcher:
            return await asyncio.wait_for(fetcher.visit(server.url("/a")), 2)

    assert asyncio.run(tell()).body == b"page"
