"""The synchronous door: one address, or many over the same connections."""

import asyncio
import socket
import time

import pytest

from scraper.errors import AddressError, AnswerError, DeadlineError, UsageError
from scraper.fetcher import Fetcher, Guard, Limits, fetch
from tests.fetcher.loopback import Loopback, answer, redirect

HERE = Guard(allow_loopback=True)


def test_fetch_gets_one_address(server: Loopback) -> None:
    """`fetch` returns the answer at an address."""
    result = fetch(server.on("/", answer(b"page")), guard=HERE)
    assert result.body == b"page"


def test_fetch_obeys_the_limits_given(server: Loopback) -> None:
    """`fetch` raises at the limits it was given."""
    with pytest.raises(AnswerError, match="--max-bytes"):
        fetch(server.on("/", answer(b"page")), Limits(max_bytes=3), HERE)


def test_a_fetcher_gets_many_and_survives_failures(server: Loopback) -> None:
    """One fetcher gets page after page, and a failure in between changes nothing for the next."""
    first = server.on("/1", answer(b"one"))
    with Fetcher(Limits(deadline=3), HERE) as fetcher:
        assert fetcher.fetch(first).body == b"one"
        with pytest.raises(AddressError):
            fetcher.fetch("file:///etc/passwd")
        with pytest.raises(AnswerError):
            fetcher.fetch(server.on("/loop", redirect("/loop")))
        assert fetcher.fetch(first).body == b"one"


def test_the_same_address_may_be_asked_twice(server: Loopback) -> None:
    """Nothing one download learnt (cookies, addresses seen) is left for the next."""
    url = server.on("/", answer(b"page", Set_Cookie="a=b"))
    with Fetcher(guard=HERE) as fetcher:
        assert fetcher.fetch(url).http == fetcher.fetch(url).http
    assert server.heads[0] == server.heads[1]


def test_a_closed_fetcher_says_so(server: Loopback) -> None:
    """A fetcher may be closed twice; using it afterwards is a UsageError."""
    fetcher = Fetcher()
    fetcher.close()
    fetcher.close()
    with pytest.raises(UsageError, match="closed"):
        fetcher.fetch(server.url("/"))


def test_async_code_is_told_of_the_other_door() -> None:
    """Inside a running event loop `fetch` is a UsageError that names `open_fetcher`."""

    async def run() -> None:
        fetch("http://a.invalid/")

    with pytest.raises(UsageError, match="open_fetcher"):
        asyncio.run(run())


def test_a_hanging_name_look_up_does_not_outlive_the_deadline(monkeypatch: pytest.MonkeyPatch) -> None:
    """A resolver that hangs is a DeadlineError in time, closing included."""

    def hang(*_: object, **__: object) -> list[object]:
        time.sleep(6)
        return []

    monkeypatch.setattr(socket, "getaddrinfo", hang)
    began = time.monotonic()
    with pytest.raises(DeadlineError):
        fetch("http://slow.invalid/", Limits(deadline=0.3))
    assert time.monotonic() - began < 4
