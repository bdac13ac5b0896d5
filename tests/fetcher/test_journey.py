"""One visit under way: conditions, gates, second chances, connections that are kept."""

import asyncio
import socket
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import suppress
from typing import TypeVar

import pytest

from scraper.errors import AnswerError, DeadlineError, FetchError, GuardError
from scraper.fetcher import Guard, Limits, OpenFetcher, Pools, open_fetcher
from scraper.model.page import FetchResult, Http, Validators
from tests.fetcher.loopback import RESET, Loopback, Step, _read_head, answer, redirect

T = TypeVar("T")
HERE = Guard(allow_loopback=True, hosts={"other.example": "127.0.0.1", "inside.example": "10.0.0.1"})
LIMITS = Limits(deadline=3, connect_timeout=2, read_timeout=2)
VALIDATORS = Validators('"1"', "Thu, 01 Jan 2026 00:00:00 GMT")
KEPT = b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\npage"


def told(story: Callable[[OpenFetcher], Awaitable[T]], limits: Limits = LIMITS) -> T:
    """Return what comes of a story with a fetcher."""

    async def tell() -> T:
        async with open_fetcher(limits, HERE) as fetcher:
            return await story(fetcher)

    return asyncio.run(tell())


def head_of(result: FetchResult) -> Http:
    """Return the server's words, which every visit has."""
    assert result.http is not None
    return result.http


def test_all_headers_come_back(server: Loopback) -> None:
    """All headers of the last answer are kept as sent, in order, with doubles, names in lower case."""
    url = server.on("/", b"HTTP/1.1 200 OK\r\nX-B: 2\r\nX-a:1\r\nx-b: \r\nContent-Length: 0\r\n\r\n")
    assert told(lambda fetcher: fetcher.visit(url)).headers == (
        ("x-b", "2"),
        ("x-a", "1"),
        ("x-b", ""),
        ("content-length", "0"),
    )


def test_validators_ask_whether_a_page_has_changed(server: Loopback) -> None:
    """With validators the request is conditional, and a 304 comes back with an empty body."""
    url = server.on("/", answer(b"", "304 Not Modified", ETag='"1"'))
    result = told(lambda fetcher: fetcher.visit(url, validators=VALIDATORS))
    assert (head_of(result).status, result.body, head_of(result).etag) == (304, b"", '"1"')
    assert 'If-None-Match: "1"\r\n' in server.heads[0]
    assert "If-Modified-Since: Thu, 01 Jan 2026 00:00:00 GMT\r\n" in server.heads[0]


def test_validators_go_to_their_own_address_only(server: Loopback) -> None:
    """Validators of the page behind a redirect are sent there, and not to the address that redirects."""
    server.on("/a", redirect("/b"))
    server.on("/b", answer(b"", "304 Not Modified"))
    validators = Validators('"1"', address=server.url("/b"))
    result = told(lambda fetcher: fetcher.visit(server.url("/a"), validators=validators))
    assert head_of(result).status == 304
    assert ["if-none-match" in head.lower() for head in server.heads] == [False, True]


def test_validators_of_the_first_address_do_not_follow(server: Loopback) -> None:
    """Validators without address belong to the address visited, and a 304 behind a redirect is nonsense."""
    server.on("/a", redirect("/b"))
    server.on("/b", answer(b"", "304 Not Modified"))
    with pytest.raises(AnswerError, match="304"):
        told(lambda fetcher: fetcher.visit(server.url("/a"), validators=VALIDATORS))
    assert ["if-none-match" in head.lower() for head in server.heads] == [True, False]


@pytest.mark.parametrize("etag", ['"a\r\nX-Injected: yes"', '"é"', "\0", ""])
def test_validators_no_header_can_carry_are_left_out(server: Loopback, etag: str) -> None:
    """What cannot stand in a header is not sent."""
    url = server.on("/", answer(b"page"))
    assert told(lambda fetcher: fetcher.visit(url, validators=Validators(etag))).body == b"page"
    assert "if-none-match" not in server.heads[0].lower()
    assert "injected" not in server.heads[0].lower()


def test_the_gate_is_asked_before_every_further_hop(server: Loopback) -> None:
    """The gate hears of each redirect's target before it is asked for, and not of the first address."""
    server.on("/a", redirect("/b"))
    server.on("/b", redirect(server.url("/c#x", host="other.example")))
    server.on("/c", answer(b"page"))
    heard: list[tuple[str, int]] = []

    async def gate(address: str) -> None:
        heard.append((address, len(server.heads)))

    told(lambda fetcher: fetcher.visit(server.url("/a"), gate=gate))
    assert heard == [(server.url("/b"), 1), (server.url("/c", host="other.example"), 2)]


def test_the_gate_may_refuse(server: Loopback) -> None:
    """What the gate raises ends the visit as it is, and its target is not asked for."""

    class RobotsError(FetchError):
        """What a gate may raise."""

    async def gate(address: str) -> None:
        raise RobotsError(f"{address}: not allowed")

    server.on("/a", redirect("/b"))
    with pytest.raises(RobotsError, match="not allowed"):
        told(lambda fetcher: fetcher.visit(server.url("/a"), gate=gate))
    assert len(server.heads) == 1


def test_waiting_at_the_gate_does_not_count(server: Loopback) -> None:
    """The clock of the deadline stands while the gate waits, and goes on after it."""

    async def gate(_: str) -> None:
        await asyncio.sleep(0.6)

    server.on("/a", redirect("/b"))
    server.on("/b", answer(b"page"))
    short = Limits(deadline=0.5)
    assert told(lambda fetcher: fetcher.visit(server.url("/a"), gate=gate), short).body == b"page"
    server.on("/b", lambda _: (5.0,))
    began = time.monotonic()
    with pytest.raises(DeadlineError):
        told(lambda fetcher: fetcher.visit(server.url("/a"), gate=gate), short)
    assert time.monotonic() - began < 4


def test_limits_of_one_visit_may_differ(server: Loopback) -> None:
    """Limits given to a visit count for that visit."""
    url = server.on("/", answer(b"page"))

    async def story(fetcher: OpenFetcher) -> None:
        with pytest.raises(AnswerError, match="--max-bytes"):
            await fetcher.visit(url, limits=Limits(max_bytes=3))
        assert (await fetcher.visit(url)).body == b"page"

    told(story)


def test_redirects_lead_past_the_guard_at_no_hop(server: Loopback) -> None:
    """A redirect to a name with a private address is a GuardError that names both addresses."""
    url = server.on("/", redirect("http://inside.example/"))
    with pytest.raises(GuardError, match=r"redirected to http://inside\.example/"):
        told(lambda fetcher: fetcher.visit(url))


class Kept(Loopback):
    """A server that keeps connections, answers by the number of the request on the connection, and counts both."""

    def __init__(self, script: Callable[[int], Step]) -> None:
        super().__init__()
        self._by_number = script

    def _serve(self, accepted: socket.socket) -> None:
        number = 0
        with suppress(OSError), accepted:
            while True:
                self.heads.append(_read_head(accepted))
                number += 1
                self._perform(accepted, self._by_number(number))


def test_connections_are_kept() -> None:
    """Visits one after the other go over one connection, also past a redirect, a 404 and a 304."""
    answers = [
        KEPT,
        b"HTTP/1.1 302 Found\r\nLocation: /x\r\nContent-Length: 3\r\n\r\nxyz",
        KEPT,
        b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/1.1 304 Not Modified\r\nContent-Length: 99\r\n\r\n",
        KEPT,
    ]
    with Kept(lambda number: answers[number - 1]) as server:

        async def story(fetcher: OpenFetcher) -> list[int]:
            visits = [await fetcher.visit(server.url("/"), validators=VALIDATORS) for _ in range(5)]
            return [head_of(one).status for one in visits]

        assert told(story) == [200, 200, 404, 304, 200]
        assert (server.connections, len(server.heads)) == (1, 6)


@pytest.mark.parametrize("end", [RESET, b"garbage\r\n\r\n"])
def test_a_connection_given_up_gets_a_second_chance(end: Step) -> None:
    """A question on a kept connection that turns out to be dead is asked once more on a new one."""
    with Kept(lambda number: KEPT if number == 1 else end) as server:

        async def story(fetcher: OpenFetcher) -> list[bytes | str]:
            return [(await fetcher.visit(server.url("/"))).body for _ in range(2)]

        assert told(story) == [b"page", b"page"]
        assert (server.connections, len(server.heads)) == (2, 3)


def test_a_new_connection_gets_no_second_chance(server: Loopback) -> None:
    """A question that breaks a new connection is not asked again."""
    url = server.on("/", RESET)
    with pytest.raises(FetchError):
        told(lambda fetcher: fetcher.visit(url))
    assert len(server.heads) == 1


def test_bytes_beyond_an_answer_do_not_answer_the_next_question() -> None:
    """After stray bytes behind an answer the next visit gets its own answer, over another connection."""
    with Kept(lambda _: KEPT + b"stray bytes") as server:

        async def story(fetcher: OpenFetcher) -> list[bytes | str]:
            return [(await fetcher.visit(server.url("/"))).body for _ in range(3)]

        assert told(story) == [b"page"] * 3
        assert server.connections == 3


def test_many_visits_at_a_time_share_few_connections() -> None:
    """Visits to one origin at the same time use as many connections as are allowed, and all are answered."""

    def slow(_: int) -> Step:
        time.sleep(0.02)
        return KEPT

    with Kept(slow) as server:

        async def story() -> None:
            async with open_fetcher(LIMITS, HERE, pools=Pools(per_host=3)) as fetcher:
                await asyncio.gather(*(fetcher.visit(server.url(f"/{number}")) for number in range(20)))

        asyncio.run(story())
        assert server.connections <= 3
        assert len(server.heads) == 20


def test_a_slow_host_delays_no_other(server: Loopback) -> None:
    """While many visits to one host hang, another host is answered at once."""

    def hang(_: str) -> Iterator[Step]:
        yield 5.0

    server.on("/hang", hang)
    server.on("/", answer(b"page"))

    async def story(fetcher: OpenFetcher) -> float:
        hanging = [asyncio.create_task(fetcher.visit(server.url("/hang"))) for _ in range(30)]
        await asyncio.sleep(0.1)
        began = time.monotonic()
        await fetcher.visit(server.url("/", host="other.example"))
        took = time.monotonic() - began
        for task in hanging:
            task.cancel()
        await asyncio.gather(*hanging, return_exceptions=True)
        return took

    assert told(story) < 1
