"""One download over the network; the only file that knows httpx.

An async core with one deadline around it, because only cancellation ends everything that can take long: name
look-up, a handshake, a head that drips, a body that drips. httpx's own timeouts start anew with every byte.

Everything foreign is translated at one border, `_border`, by one table, `TRANSLATIONS`.
"""

import asyncio
from collections.abc import Iterator, Mapping
from contextlib import aclosing, contextmanager
from datetime import UTC, datetime
from http import HTTPStatus
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import NamedTuple

import httpx

from scraper.errors import AddressError, AnswerError, ConnectError, DeadlineError, FetchError, UsageError
from scraper.fetcher.body import Body
from scraper.fetcher.headers import describe
from scraper.fetcher.inflate import ACCEPTED
from scraper.fetcher.limits import DEFAULT_LIMITS, Limits
from scraper.fetcher.redirects import Trail, is_redirect
from scraper.model.page import FetchResult

Client = httpx.AsyncClient
"""Open connections; made by `open_client`, closed with `aclose`."""


class Meaning(NamedTuple):
    """What a foreign error means here."""

    error: type[FetchError]
    """Raised in its place."""
    words: str
    """What happened and what to do, for the message; the foreign error's own words follow in brackets."""


_IN_TIME = "allow more with --deadline"
_ADDRESS = Meaning(AddressError, "the address cannot be asked for; check its spelling")
_UNREACHED = Meaning(ConnectError, "no connection; check the name, the network, and any proxy")
_BROKEN = Meaning(ConnectError, "the connection broke; try again later")
_UNUSABLE = Meaning(AnswerError, "the answer is not usable HTTP; try again later")
_STALE = Meaning(AnswerError, "the answer was read twice or after its end; report this as a bug")

TRANSLATIONS: Mapping[type[Exception], Meaning] = {
    httpx.ConnectTimeout: Meaning(DeadlineError, "no connection in time; allow more with --connect-timeout"),
    httpx.ReadTimeout: Meaning(DeadlineError, "the server fell silent; allow more with --read-timeout"),
    httpx.WriteTimeout: Meaning(DeadlineError, f"the question could not be sent in time; {_IN_TIME}"),
    httpx.PoolTimeout: Meaning(DeadlineError, f"no connection came free in time; {_IN_TIME}"),
    httpx.TimeoutException: Meaning(DeadlineError, f"the answer did not come in time; {_IN_TIME}"),
    httpx.ConnectError: _UNREACHED,
    httpx.ProxyError: _UNREACHED,
    httpx.ReadError: _BROKEN,
    httpx.WriteError: _BROKEN,
    httpx.CloseError: _BROKEN,
    httpx.NetworkError: _BROKEN,
    httpx.UnsupportedProtocol: _ADDRESS,
    httpx.LocalProtocolError: _ADDRESS,
    httpx.InvalidURL: _ADDRESS,
    httpx.RemoteProtocolError: _UNUSABLE,
    httpx.ProtocolError: _UNUSABLE,
    httpx.DecodingError: _UNUSABLE,
    httpx.TooManyRedirects: _UNUSABLE,
    httpx.CookieConflict: _UNUSABLE,
    httpx.HTTPStatusError: _UNUSABLE,
    httpx.TransportError: _UNREACHED,
    httpx.RequestError: _UNREACHED,
    httpx.HTTPError: _UNREACHED,
    httpx.StreamConsumed: _STALE,
    httpx.StreamClosed: _STALE,
    httpx.ResponseNotRead: _STALE,
    httpx.RequestNotRead: _STALE,
    httpx.StreamError: _STALE,
    # What httpx itself lets through: the deadline, TLS records broken in mid-answer, names beyond IDNA.
    TimeoutError: Meaning(DeadlineError, f"the answer did not end in time; {_IN_TIME}"),
    OSError: _BROKEN,
    UnicodeError: _ADDRESS,
}
"""Every error class of httpx, and those it lets through; a subclass not listed means what its nearest base does."""


def open_client(limits: Limits = DEFAULT_LIMITS) -> Client:
    """Return a client for any number of downloads; it remembers connections and nothing else.

    Certificates are verified. Proxies and certificate files are taken from the environment (`HTTPS_PROXY`,
    `SSL_CERT_FILE`, …); UsageError where those settings make no sense.
    """
    try:
        return httpx.AsyncClient(
            headers={"User-Agent": limits.user_agent, "Accept-Encoding": ACCEPTED, "Accept": "text/html,*/*;q=0.8"},
            timeout=httpx.Timeout(limits.read_timeout, connect=limits.connect_timeout),
            # A jar that takes nothing: what one download is told must not change the next.
            cookies=CookieJar(DefaultCookiePolicy(allowed_domains=())),
            follow_redirects=False,
        )
    except (ValueError, ImportError, OSError, httpx.InvalidURL) as error:
        raise UsageError(
            f"the environment's proxy or certificate settings cannot be used ({_one_line(error)}); "
            "mend HTTP_PROXY, HTTPS_PROXY, ALL_PROXY, SSL_CERT_FILE, SSL_CERT_DIR"
        ) from error


async def download(client: Client, url: str, limits: Limits = DEFAULT_LIMITS) -> FetchResult:
    """Return the answer at an address, whatever its status, after all redirects.

    Raises AddressError, ConnectError, DeadlineError or AnswerError; see `scraper.errors`. A body that is not
    whole is an error; only an answer that gives no length and ends with its connection cannot be checked.
    """
    trail = Trail(url, limits.max_redirects)
    with _border(trail):
        async with asyncio.timeout(limits.deadline):
            return await _travel(client, url, trail, limits)


async def _travel(client: Client, source: str, trail: Trail, limits: Limits) -> FetchResult:
    """Follow redirects to the page and return it."""
    # A jar a host: a cookie comes back to the host that set it, on the way to this page, and to nobody else.
    jars: dict[str, httpx.Cookies] = {}
    while True:
        request = client.build_request("GET", trail.address)
        jar = jars.setdefault(request.url.host, httpx.Cookies())
        jar.set_cookie_header(request)
        trail.depart(request.headers.get("cookie", ""))
        async with aclosing(await client.send(request, stream=True)) as response:
            jar.extract_cookies(response)
            location = response.headers.get("location")
            if location is None or not is_redirect(response.status_code):
                return await _collect(response, source, trail, limits)
        trail.follow(location)


async def _collect(response: httpx.Response, source: str, trail: Trail, limits: Limits) -> FetchResult:
    """Read the body of the last answer within the limits."""
    body = Body(str(trail), response.headers.get("content-encoding", ""), limits)
    # "Not modified" announces the length of the page it does not send (RFC 9110, 8.6).
    if response.status_code != HTTPStatus.NOT_MODIFIED:
        body.announce(response.headers.get("content-length", ""))
    try:
        async for chunk in response.aiter_raw():
            body.add(chunk)
    except (httpx.NetworkError, httpx.RemoteProtocolError) as error:
        raise AnswerError(f"{trail}: the body is cut short; try again later ({_one_line(error)})") from error
    http = describe(response.status_code, response.headers, trail)
    return FetchResult(source=source, body=body.finish(), url=http.url, http=http, fetched_at=_now())


@contextmanager
def _border(trail: Trail) -> Iterator[None]:
    """Let no foreign error pass; the message names the address, and how far the way there had gone."""
    try:
        yield
    except tuple(TRANSLATIONS) as error:
        raise translate(error, str(trail)) from error


def translate(error: Exception, address: str) -> FetchError:
    """Return this package's error for a foreign one that `TRANSLATIONS` knows (KeyError for others)."""
    known = next((base for base in type(error).__mro__ if base in TRANSLATIONS), type(error))
    meaning = TRANSLATIONS[known]
    detail = _one_line(error)
    return meaning.error(f"{address}: {meaning.words}" + (f" ({detail})" if detail else ""))


def _one_line(error: Exception) -> str:
    """Return an error's own words on one line, cut to a sensible length."""
    return " ".join(str(error).split())[:300]


def _now() -> str:
    """Return the time in UTC as records write it, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
