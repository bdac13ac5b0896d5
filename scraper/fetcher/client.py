"""One question and its answer over HTTP; the only file that knows httpx.

A client serves one origin: httpx looks through all connections of a client for every question, so that one client
for many hosts becomes slower with each of them. Connections come from `network`, not from httpx, because the guard
has to stand where they are made.
"""

import ssl
from collections.abc import AsyncIterator, Mapping
from types import MappingProxyType

import httpx

from scraper.addresses.whatwg import Address
from scraper.errors import AnswerError, DeadlineError, UsageError
from scraper.fetcher.border import ADDRESS, BROKEN, IN_TIME, UNREACHED, UNUSABLE, Meaning, Meanings, one_line
from scraper.fetcher.limits import Limits
from scraper.fetcher.network import Answer, Pool
from scraper.fetcher.question import Proxy, Question

Reply = httpx.Response
"""The head of an answer, its body to come."""
Jar = httpx.Cookies
"""The cookies of one origin."""

_PROXIES = frozenset({"http", "https"})
_STALE = Meaning(AnswerError, "the answer was read twice or after its end; report this as a bug")
_LATE = Meaning(DeadlineError, f"the answer did not come in time; {IN_TIME}")

TRANSLATIONS: Meanings = MappingProxyType(
    {
        httpx.ConnectTimeout: _LATE,
        httpx.ReadTimeout: _LATE,
        httpx.WriteTimeout: _LATE,
        httpx.PoolTimeout: _LATE,
        httpx.TimeoutException: _LATE,
        httpx.ConnectError: UNREACHED,
        httpx.ProxyError: UNREACHED,
        httpx.ReadError: BROKEN,
        httpx.WriteError: BROKEN,
        httpx.CloseError: BROKEN,
        httpx.NetworkError: BROKEN,
        httpx.UnsupportedProtocol: ADDRESS,
        httpx.LocalProtocolError: ADDRESS,
        httpx.InvalidURL: ADDRESS,
        httpx.RemoteProtocolError: UNUSABLE,
        httpx.ProtocolError: UNUSABLE,
        httpx.DecodingError: UNUSABLE,
        httpx.TooManyRedirects: UNUSABLE,
        httpx.CookieConflict: UNUSABLE,
        httpx.HTTPStatusError: UNUSABLE,
        httpx.TransportError: UNREACHED,
        httpx.RequestError: UNREACHED,
        httpx.HTTPError: UNREACHED,
        httpx.StreamConsumed: _STALE,
        httpx.StreamClosed: _STALE,
        httpx.ResponseNotRead: _STALE,
        httpx.RequestNotRead: _STALE,
        httpx.StreamError: _STALE,
    }
)
"""Every error class of httpx; those of the connections below it stand in `network`."""


class _Body(httpx.AsyncByteStream):
    """The body of an answer as httpx reads it."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer

    def __aiter__(self) -> AsyncIterator[bytes]:
        """Return its pieces as sent."""
        return self._answer.pieces()

    async def aclose(self) -> None:
        """Be done with it."""
        await self._answer.aclose()


class _Transport(httpx.AsyncBaseTransport):
    """How httpx is made to use our connections."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Return the answer to a request made by `Client.ask`; raises what `network` raises."""
        address: Address = request.extensions["address"]
        question = Question(
            scheme=address.scheme.encode(),
            host=(address.ip or address.host).encode(),
            port=address.port,
            target=address.target.encode(),
            headers=request.headers.raw,
            timeouts=request.extensions["timeout"],
        )
        answer = await self._pool.ask(question)
        extensions = {"answer": answer}
        return httpx.Response(
            answer.status, headers=answer.headers, stream=_Body(answer), request=request, extensions=extensions
        )

    async def aclose(self) -> None:
        """End all connections."""
        await self._pool.aclose()


class Client:
    """Connections to one origin; remembers nothing else, neither cookies nor credentials.

    It asks httpx's transport and not its `AsyncClient`, whose authentication, redirects, hooks and cookies all have
    to be turned off here, and take a seventh of the time of a visit all the same.
    """

    def __init__(self, origin: str, pool: Pool) -> None:
        """Ask one origin over these connections."""
        self._transport = _Transport(pool)
        # The address that is asked for goes beside it: httpx would write it differently, and takes its time to read it.
        self._origin = httpx.URL(origin)

    async def ask(self, address: Address, headers: Mapping[str, str], limits: Limits) -> Reply:
        """Return the answer to one GET of an address, its body to be read with `aiter_raw` and closed with `aclose`."""
        timeouts = {
            "connect": limits.connect_timeout,
            "read": limits.read_timeout,
            "write": limits.read_timeout,
            "pool": limits.deadline,
        }
        request = httpx.Request(
            "GET",
            self._origin,
            headers={"Host": address.origin.partition("//")[2], **headers},
            extensions={"timeout": timeouts, "address": address},
        )
        return await self._transport.handle_async_request(request)

    async def aclose(self) -> None:
        """End all connections."""
        await self._transport.aclose()


def answer_of(reply: Reply) -> Answer:
    """Return what `network` knows of an answer."""
    answer: Answer = reply.extensions["answer"]
    return answer


def cookies(jar: Jar, address: Address) -> str:
    """Return the `Cookie` header that a question for an address carries; empty for none."""
    if not jar:
        return ""
    request = httpx.Request("GET", address.document)
    jar.set_cookie_header(request)
    return str(request.headers.get("cookie", ""))


def take_cookies(jar: Jar, address: Address, reply: Reply) -> None:
    """Keep the cookies that an answer sets."""
    jar.extract_cookies(
        httpx.Response(reply.status_code, headers=reply.headers, request=httpx.Request("GET", address.document))
    )


def trusted_certificates() -> ssl.SSLContext:
    """Return what servers have to prove themselves by: the environment's certificates, else certifi's (UsageError)."""
    try:
        return httpx.create_ssl_context()
    except (OSError, ValueError) as error:
        raise UsageError(
            f"the environment's certificate settings cannot be used ({one_line(error)}); "
            "mend SSL_CERT_FILE, SSL_CERT_DIR"
        ) from error


def read_proxy(url: str) -> Proxy:
    """Return a proxy as the environment writes it; UsageError where it makes no sense."""
    try:
        found = httpx.Proxy(url)
    except (ValueError, httpx.InvalidURL) as error:
        raise UsageError(
            f"the environment's proxy settings cannot be used ({one_line(error)}); "
            "mend HTTP_PROXY, HTTPS_PROXY, ALL_PROXY"
        ) from error
    if found.url.scheme not in _PROXIES:
        raise UsageError(
            "the environment names a SOCKS proxy, which is not used; unset ALL_PROXY or name an HTTP proxy"
        )
    return Proxy(str(found.url), found.raw_auth)
