"""One visit against a server that misbehaves: each misdeed is one of our errors, in time and in bounds."""

import asyncio
import gzip
import re
import socket
import time
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
import trustme

from scraper.errors import (
    AddressError,
    AnswerError,
    CertificateError,
    ConnectError,
    DeadlineError,
    FetchError,
    GuardError,
    UsageError,
)
from scraper.fetcher import Fetcher, Guard, Limits, open_fetcher
from scraper.model.page import FetchResult, Validators
from tests.fetcher.faults.fault import HOST
from tests.fetcher.faults.servers import certificates, serve
from tests.fetcher.faults.table import FAULTS
from tests.fetcher.loopback import RESET, Loopback, Step, answer, endless, redirect

LIMITS = Limits(deadline=3, connect_timeout=2, read_timeout=2, max_bytes=1_000_000, max_inflated=1_000_000)
HERE = Guard(allow_loopback=True)
SHORT = replace(LIMITS, deadline=0.4)
CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"


def get(url: str, limits: Limits = LIMITS, validators: Validators | None = None) -> FetchResult:
    """Visit one address with a fetcher of its own."""

    async def run() -> FetchResult:
        async with open_fetcher(limits, HERE) as fetcher:
            return await fetcher.visit(url, validators=validators)

    return asyncio.run(run())


def failure(url: str, limits: Limits = LIMITS) -> FetchError:
    """Return the error of a download, after checking that its message is one line and names the address."""
    with pytest.raises(FetchError) as caught:
        get(url, limits)
    assert len(str(caught.value).splitlines()) == 1
    assert url.split("#", maxsplit=1)[0] in str(caught.value)
    return caught.value


# --- answers ---------------------------------------------------------------------------------------------------


def test_a_page_comes_back_as_sent(server: Loopback) -> None:
    """Body, status, type and validators are those of the server, source is the address as given."""
    page = answer("<p>hälló".encode(), Content_Type="text/html; charset=utf-8", ETag='"1"', Content_Language="is")
    url = server.on("/page", page) + "#part"
    result = get(f" {url}")
    assert result.body == "<p>hälló".encode()
    assert result.source == f" {url}"
    assert result.url == server.url("/page")
    assert result.http is not None
    assert (result.http.status, result.http.url, result.http.redirects) == (200, server.url("/page"), ())
    assert (result.http.content_type, result.http.etag) == ("text/html; charset=utf-8", '"1"')
    assert result.http.content_language == "is"


def test_the_time_of_fetching_is_utc_to_the_second(server: Loopback) -> None:
    """`fetched_at` is the present time in UTC, ISO 8601 with Z."""
    stamp = get(server.on("/", answer(b"x"))).fetched_at or ""
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", stamp)
    assert abs((datetime.now(UTC) - datetime.fromisoformat(stamp)).total_seconds()) < 5


def test_a_gzip_page_is_inflated(server: Loopback) -> None:
    """A compressed body comes back plain."""
    url = server.on("/", answer(gzip.compress(b"page"), Content_Encoding="gzip"))
    assert get(url).body == b"page"


@pytest.mark.parametrize("status", ["404 Not Found", "500 Oops", "204 No Content", "302 Found"])
def test_any_status_is_a_result(server: Loopback, status: str) -> None:
    """A status is data: an answer of any status that points nowhere else is a result."""
    http = get(server.on("/", answer(b"", status))).http
    assert http is not None
    assert http.status == int(status[:3])


def test_not_modified_may_speak_of_a_large_page(server: Loopback) -> None:
    """The length and coding in an answer of status 304 are those of a page that is not sent, and hurt nobody."""
    page = answer(b"", "304 Not Modified", Content_Length="99000000", Content_Encoding="br")
    assert get(server.on("/", page), validators=Validators('"1"')).body == b""


def test_the_question_names_us_and_asks_only_for_codings_we_can_bound(server: Loopback) -> None:
    """The request carries our user agent and accepted codings, and no cookies, credentials or referrer."""
    get(server.on("/", answer(b"x")), replace(LIMITS, user_agent="tester/1"))
    head = server.heads[0].lower()
    assert "user-agent: tester/1\r\n" in head
    assert "accept-encoding: gzip, deflate, br, zstd\r\n" in head
    assert not re.search(r"^(cookie|authorization|referer):", head, re.MULTILINE)


# --- limits ----------------------------------------------------------------------------------------------------


def test_a_bomb_is_not_inflated(server: Loopback) -> None:
    """A small body that would inflate to 200 MB is an AnswerError, and costs a few times the limit at most."""
    url = server.on("/", answer(gzip.compress(bytes(200_000_000)), Content_Encoding="gzip"))
    get(server.on("/warm-up", answer(b"x")))
    tracemalloc.start()
    try:
        error = failure(url)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert isinstance(error, AnswerError)
    assert "--max-inflated" in str(error)
    assert peak < 8_000_000


def test_an_endless_body_is_ended(server: Loopback) -> None:
    """A body that never ends is an AnswerError at the limit on the wire."""
    url = server.on("/", lambda _: (CHUNKED, *([b"10000\r\n" + bytes(65536) + b"\r\n"] * 20)))
    error = failure(url)
    assert isinstance(error, AnswerError)
    assert "--max-bytes" in str(error)


def test_a_body_announced_too_large_is_not_loaded(server: Loopback) -> None:
    """A `Content-Length` beyond the limit is an AnswerError at once, though no byte of the body comes."""
    url = server.on("/", lambda _: (answer(Content_Length="1000001"), 5.0))
    began = time.monotonic()
    assert isinstance(failure(url), AnswerError)
    assert time.monotonic() - began < 4


@pytest.mark.parametrize("coding", ["br", "zstd", "gzip, gzip"])
def test_codings_not_asked_for_are_refused(server: Loopback, coding: str) -> None:
    """A coding that cannot be undone in bounds is an AnswerError that names it."""
    error = failure(server.on("/", answer(b"xxxx", Content_Encoding=coding)))
    assert isinstance(error, AnswerError)
    assert coding in str(error)


# --- deadlines -------------------------------------------------------------------------------------------------


def _dripping_head(_: str) -> Iterator[Step]:
    yield b"HTTP/1.1 200 OK\r\nX-Slow: "
    yield from endless(b"x", 0.05)


def _dripping_body(_: str) -> Iterator[Step]:
    yield answer(Content_Length="1000")
    yield from endless(b"x", 0.05)


def _dripping_chunks(_: str) -> Iterator[Step]:
    yield CHUNKED
    yield from endless(b"1\r\nx\r\n", 0.05)


def _stall(_: str) -> Iterator[Step]:
    yield 5.0


def _early_hints(_: str) -> Iterator[Step]:
    yield from endless(b"HTTP/1.1 103 Early Hints\r\n\r\n", 0.02)


@pytest.mark.parametrize("script", [_dripping_head, _dripping_body, _dripping_chunks, _stall, _early_hints])
def test_the_deadline_covers_the_whole_answer(server: Loopback, script: object) -> None:
    """However an answer is dragged out, it is a DeadlineError soon after the deadline."""
    url = server.on("/", script)  # type: ignore[arg-type]
    began = time.monotonic()
    error = failure(url, SHORT)
    assert isinstance(error, DeadlineError)
    assert "--deadline" in str(error)
    assert 0.3 < time.monotonic() - began < 4


def test_the_deadline_covers_all_redirects_together(server: Loopback) -> None:
    """Hops that are each quick enough are a DeadlineError when together they are not."""
    for hop in range(8):
        server.on(f"/{hop}", lambda _, hop=hop: (0.15, redirect(f"/{hop + 1}")))  # type: ignore[misc]
    assert isinstance(failure(server.url("/0"), SHORT), DeadlineError)


def test_silence_has_its_own_limit(server: Loopback) -> None:
    """A server that falls silent is a DeadlineError after the read timeout, before the deadline."""
    url = server.on("/", lambda _: (answer(Content_Length="9"), b"x", 5.0))
    error = failure(url, replace(LIMITS, read_timeout=0.3))
    assert isinstance(error, DeadlineError)
    assert "--read-timeout" in str(error)


def test_a_listener_that_never_speaks_tls_is_a_deadline_error(server: Loopback) -> None:
    """A handshake that never ends is a DeadlineError."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        url = f"https://127.0.0.1:{listener.getsockname()[1]}/"
        error = failure(url, replace(LIMITS, connect_timeout=0.3))
    assert isinstance(error, DeadlineError)
    assert "--connect-timeout" in str(error)


# --- redirects -------------------------------------------------------------------------------------------------


def test_redirects_are_followed_and_recorded(server: Loopback) -> None:
    """A chain of absolute and relative redirects ends at its page, every hop on record."""
    server.on("/a/1", redirect(server.url("/a/2"), "301 Moved Permanently"))
    server.on("/a/2", redirect("3", "307 Temporary Redirect"))
    server.on("/a/3", redirect("../b#x", "308 Permanent Redirect"))
    server.on("/b", answer(b"page"))
    result = get(server.url("/a/1"))
    assert result.body == b"page"
    assert result.source == server.url("/a/1")
    assert result.http is not None
    assert result.http.url == result.url == server.url("/b")
    assert result.http.redirects == tuple(server.url(path) for path in ("/a/1", "/a/2", "/a/3"))


def test_circles_are_left(server: Loopback) -> None:
    """A redirect loop is an AnswerError as soon as it closes."""
    server.on("/a", redirect("/b"))
    server.on("/b", redirect("/a"))
    error = failure(server.url("/a"))
    assert isinstance(error, AnswerError)
    assert "circles" in str(error)
    assert len(server.heads) == 2


def test_too_many_redirects_are_an_answer_error(server: Loopback) -> None:
    """A chain longer than the limit is an AnswerError that names the option."""
    for hop in range(5):
        server.on(f"/{hop}", redirect(f"/{hop + 1}"))
    error = failure(server.url("/0"), replace(LIMITS, max_redirects=3))
    assert isinstance(error, AnswerError)
    assert "--max-redirects" in str(error)


@pytest.mark.parametrize(
    "target",
    ["file:///etc/passwd", "ftp://127.0.0.1/", "http://u:secret@127.0.0.1/", "javascript:1", "http://[", "https://"],
)
def test_redirects_elsewhere_are_address_errors(server: Loopback, target: str) -> None:
    """A redirect to what is not fetched is an AddressError that names the first address and no password."""
    error = failure(server.on("/", redirect(target)))
    assert isinstance(error, AddressError)
    assert "secret" not in str(error)


def test_errors_after_a_redirect_name_both_addresses(server: Loopback) -> None:
    """An error at a later hop names that hop as well."""
    server.on("/b", RESET)
    assert f"(redirected to {server.url('/b')})" in str(failure(server.on("/a", redirect("/b"))))


def test_a_cookie_comes_back_to_its_own_host(server: Loopback) -> None:
    """A site that sets a cookie and redirects to the same address gets it back and answers."""

    def script(head: str) -> Iterator[Step]:
        yield answer(b"page") if "Cookie: seen=1" in head else redirect("/", Set_Cookie="seen=1; Path=/")

    result = get(server.on("/", script))
    assert result.body == b"page"
    assert result.http is not None
    assert result.http.redirects == (server.url("/"),)


def test_a_cookie_goes_to_no_other_host(server: Loopback) -> None:
    """A cookie of one host is not sent to the next, nor kept for the next download."""
    server.on("/a", redirect(server.url("/b", host="localhost"), Set_Cookie="seen=1; Path=/"))
    server.on("/b", answer(b"page"))

    async def run() -> None:
        async with open_fetcher(LIMITS, HERE) as fetcher:
            await fetcher.visit(server.url("/a"))
            await fetcher.visit(server.url("/b"))

    asyncio.run(run())
    assert len(server.heads) == 3
    assert not any("cookie:" in head.lower() for head in server.heads)


# --- broken answers --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "script",
    [
        pytest.param((answer(b"half", Content_Length="8"),), id="short content-length"),
        pytest.param((answer(b"half", Content_Length="8"), 0.05, RESET), id="reset within the body"),
        pytest.param((CHUNKED + b"4\r\nhalf\r\n",), id="chunks without end"),
        pytest.param((CHUNKED + b"8\r\nhalf",), id="half a chunk"),
        pytest.param((CHUNKED + b"4\r\nhalf\r\nxyz\r\n",), id="bad chunk size"),
        pytest.param((answer(gzip.compress(b"page" * 99)[:-9], Content_Encoding="gzip"),), id="half a gzip stream"),
        pytest.param((answer(b"<p>plain", Content_Encoding="gzip"),), id="plain as gzip"),
        pytest.param((answer(b"x", X_Huge="x" * 300_000),), id="huge header"),
        pytest.param((b"HTTP/1.1 200 OK\r\n" + b"X-Many: x\r\n" * 30_000 + b"\r\n",), id="many headers"),
        pytest.param((b"\x00\x01 this is not HTTP\r\n\r\n",), id="not http"),
        pytest.param((answer(b"x", Content_Length="1, 2"),), id="two lengths"),
    ],
)
def test_broken_answers_are_never_taken_for_whole(server: Loopback, script: tuple[Step, ...]) -> None:
    """An answer that is cut short, damaged or not HTTP is an AnswerError."""
    assert isinstance(failure(server.on("/", lambda _: script)), AnswerError)


# --- no connection ---------------------------------------------------------------------------------------------


def test_a_refused_connection_is_a_connect_error() -> None:
    """A port nobody listens on is a ConnectError."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    assert isinstance(failure(f"http://127.0.0.1:{port}/"), ConnectError)


def test_a_reset_before_the_answer_is_a_connect_error(server: Loopback) -> None:
    """A connection reset before any answer is a ConnectError."""
    assert isinstance(failure(server.on("/", RESET)), ConnectError)


def test_an_unknown_name_is_a_connect_error() -> None:
    """A host name that does not resolve is a ConnectError, or a DeadlineError where the resolver is out of reach."""
    assert isinstance(failure("http://no-such-host.invalid/"), ConnectError | DeadlineError)


@pytest.mark.parametrize("url", [f"http://{'a' * 70}.invalid/", "http://a..invalid/", "http://xn--\u00fc.invalid/"])
def test_names_that_cannot_be_looked_up_are_errors_of_ours(url: str) -> None:
    """A host name beyond what the domain name system can say is one of our errors."""
    assert isinstance(failure(url), AddressError | ConnectError | DeadlineError)


def test_an_unknown_authority_is_a_certificate_error(tls_server: Loopback) -> None:
    """A certificate nobody vouches for is a CertificateError, and nothing is asked."""
    assert isinstance(failure(tls_server.on("/", answer(b"x"))), CertificateError)
    assert tls_server.heads == []


def test_a_trusted_certificate_is_accepted(
    tls_server: Loopback, authority: trustme.CA, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With its authority in SSL_CERT_FILE the same server answers, and a cut body over TLS is still cut short."""
    with authority.cert_pem.tempfile() as trusted:
        monkeypatch.setenv("SSL_CERT_FILE", trusted)
        assert get(tls_server.on("/", answer(b"page"))).body == b"page"
        assert isinstance(failure(tls_server.on("/cut", answer(b"half", Content_Length="8"))), AnswerError)


def test_a_certificate_for_another_name_is_refused(
    tls_server: Loopback, authority: trustme.CA, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A trusted certificate for another host is a CertificateError."""
    tls_server.on("/", answer(b"x"))
    with authority.cert_pem.tempfile() as trusted:
        monkeypatch.setenv("SSL_CERT_FILE", trusted)
        assert isinstance(failure(tls_server.url("/", host="localhost")), CertificateError)


def test_plain_http_on_a_tls_port_is_an_error_of_ours(server: Loopback) -> None:
    """An https address whose server speaks plain HTTP is a ConnectError."""
    url = server.on("/", answer(b"x")).replace("http:", "https:")
    assert isinstance(failure(url, replace(LIMITS, connect_timeout=0.4)), ConnectError | DeadlineError)


@pytest.mark.parametrize(
    ("name", "value"),
    [("HTTP_PROXY", "gopher://x"), ("HTTPS_PROXY", "http://h:port"), ("SSL_CERT_FILE", "no/such")],
)
def test_senseless_environment_is_a_usage_error(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    """Proxy or certificate settings that cannot be used are a UsageError that names the variable."""
    monkeypatch.setenv(name, value)
    with pytest.raises(UsageError, match=name):
        Fetcher(guard=Guard(proxies=True))


# --- HTTP/2 and proxies ----------------------------------------------------------------------------------------


def test_visits_share_one_connection_of_http2(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the server offers HTTP/2, visits at a time and one after the other go over one connection."""
    authority, contexts = certificates()
    page = next(fault for fault in FAULTS if fault.name == "HTTP/2: a page")
    guard = Guard(allow_loopback=True, hosts={HOST: "127.0.0.1"})

    async def story(port: int) -> list[FetchResult]:
        url = f"https://{HOST}:{port}/"
        async with open_fetcher(LIMITS, guard) as fetcher:
            first = [await fetcher.visit(url) for _ in range(3)]
            return first + await asyncio.gather(*(fetcher.visit(f"{url}?{number}") for number in range(20)))

    with authority.cert_pem.tempfile() as trusted, serve(page, contexts) as server:
        monkeypatch.setenv("SSL_CERT_FILE", trusted)
        results = asyncio.run(story(server.port))
        assert [result.body for result in results] == [b"page"] * 23
        assert (server.connections, len(server.heads)) == (1, 23)


def test_a_failure_on_http2_harms_no_later_visit(monkeypatch: pytest.MonkeyPatch) -> None:
    """After a visit that was given up in mid-answer the next one gets its page, over a connection of its own."""
    authority, contexts = certificates()
    guard = Guard(allow_loopback=True, hosts={HOST: "127.0.0.1"})
    endless, page = (next(f for f in FAULTS if f.name == f"HTTP/2: {name}") for name in ("endless body", "a page"))

    async def story(server: Loopback) -> FetchResult:
        url = f"https://{HOST}:{server.port}/"
        async with open_fetcher(LIMITS, guard) as fetcher:
            with pytest.raises(AnswerError, match="--max-bytes"):
                await fetcher.visit(url)
            server.scripts["/"] = page.script  # type: ignore[assignment]
            return await fetcher.visit(url)

    with authority.cert_pem.tempfile() as trusted, serve(endless, contexts) as server:
        monkeypatch.setenv("SSL_CERT_FILE", trusted)
        assert asyncio.run(story(server)).body == b"page"


def test_proxies_are_used_on_request_only(server: Loopback, monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy of the environment is asked where the guard allows it, for hosts it may see; else it is passed by."""
    server.on("http://a.example:80/", answer(b"by proxy"))
    monkeypatch.setenv("HTTP_PROXY", server.url(""))

    async def visit(url: str, guard: Guard) -> FetchResult:
        async with open_fetcher(LIMITS, guard) as fetcher:
            return await fetcher.visit(url)

    assert asyncio.run(visit("http://a.example/", Guard(proxies=True))).body == b"by proxy"
    for url in ("http://127.0.0.1/", "http://localhost/", "http://0x7f.1/"):
        with pytest.raises(GuardError):
            asyncio.run(visit(url, Guard(proxies=True)))
    with pytest.raises(GuardError):
        asyncio.run(visit("http://a.example/", Guard(hosts={"a.example": "127.0.0.1"})))
    assert len(server.heads) == 1


def test_a_proxy_that_refuses_a_tunnel_is_a_connect_error(server: Loopback, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a proxy does not connect to the host of an https address, that is a ConnectError."""
    server.on("a.example:443", answer(b"no", "403 Forbidden"))
    monkeypatch.setenv("HTTPS_PROXY", server.url(""))

    async def visit() -> None:
        async with open_fetcher(LIMITS, Guard(proxies=True)) as fetcher:
            await fetcher.visit("https://a.example/")

    with pytest.raises(ConnectError):
        asyncio.run(visit())
    assert server.heads[0].startswith("CONNECT a.example:443 ")
