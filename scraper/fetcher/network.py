"""How connections are made for the HTTP client; the only file that knows httpcore and h2.

`Dial` decides which address a connection goes to; TLS still proves the name, not the address.
"""

import asyncio
import socket
import ssl
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import contextmanager
from types import MappingProxyType
from typing import Any

import h2.events
import h2.exceptions
import httpcore

from scraper.errors import AddressError, CertificateError, ConnectError, CutError, DeadlineError, ResolveError
from scraper.fetcher.border import ADDRESS, BROKEN, IN_TIME, UNREACHED, UNUSABLE, Meaning, Meanings
from scraper.fetcher.dial import Dial
from scraper.fetcher.question import Headers, Proxy, Question
from scraper.fetcher.wire import Wire

_HEAD = 1 << 18
_FRAMING = 1 << 16

TRANSLATIONS: Meanings = MappingProxyType(
    {
        httpcore.ConnectTimeout: Meaning(DeadlineError, "no connection in time; allow more with --connect-timeout"),
        httpcore.ReadTimeout: Meaning(DeadlineError, "the server fell silent; allow more with --read-timeout"),
        httpcore.WriteTimeout: Meaning(DeadlineError, f"the question could not be sent in time; {IN_TIME}"),
        httpcore.PoolTimeout: Meaning(DeadlineError, f"no connection came free in time; {IN_TIME}"),
        httpcore.TimeoutException: Meaning(DeadlineError, f"the answer did not come in time; {IN_TIME}"),
        httpcore.ConnectError: UNREACHED,
        httpcore.ProxyError: UNREACHED,
        httpcore.ReadError: BROKEN,
        httpcore.WriteError: BROKEN,
        httpcore.NetworkError: BROKEN,
        httpcore.ConnectionNotAvailable: BROKEN,
        httpcore.UnsupportedProtocol: ADDRESS,
        httpcore.LocalProtocolError: ADDRESS,
        httpcore.RemoteProtocolError: UNUSABLE,
        httpcore.ProtocolError: UNUSABLE,
        h2.exceptions.H2Error: UNUSABLE,
        h2.exceptions.InvalidBodyLengthError: Meaning(
            CutError, "the body is not as long as announced; try again later"
        ),
        ssl.SSLCertVerificationError: Meaning(
            CertificateError, "the server's certificate is refused; it is never asked without a valid one"
        ),
        ssl.SSLError: Meaning(ConnectError, "no TLS connection; the server speaks no TLS, or none that is safe"),
        socket.gaierror: Meaning(ResolveError, "the host name could not be looked up; check its spelling"),
        TimeoutError: Meaning(DeadlineError, f"the answer did not end in time; {IN_TIME}"),
        OSError: BROKEN,
        UnicodeError: Meaning(AddressError, "the host name cannot be looked up; check its spelling"),
    }
)
"""Every error class of httpcore, those of h2 that matter, and what the system itself raises."""


BROKEN_OFF = (httpcore.ReadError, httpcore.WriteError, httpcore.RemoteProtocolError)
"""What happens to a question on a connection that the server had given up in the meantime."""


class Stream(httpcore.AsyncNetworkStream):
    """One connection as httpcore uses it: errors and time limits in its words, and a bound to what is read.

    The bound covers what no limit on bodies sees: heads that never end, chunks of one byte, frames of no use.
    """

    def __init__(self, wire: Wire) -> None:
        """Use a connection."""
        self._wire = wire
        self._awaited = True
        self._budget = _HEAD
        tls = wire.tls
        self.http2 = tls is not None and tls.selected_alpn_protocol() == "h2"

    def expect_body(self, most: int) -> None:
        """Take note that the head is complete and a body of at most so many bytes follows."""
        self._awaited = self.http2
        self._budget += most + _FRAMING

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002
        """Return what has come, all of it; nothing at the end of a body."""
        try:
            piece = self._wire.take()
            if piece is None:
                async with asyncio.timeout(timeout):
                    piece = await self._wire.read()
        except TimeoutError as error:
            raise httpcore.ReadTimeout from error
        except OSError as error:
            raise httpcore.ReadError(error) from error
        self._budget -= len(piece)
        if self._budget < 0:
            raise httpcore.RemoteProtocolError("far more is sent than belongs to the answer")
        if not piece and self._awaited:
            raise httpcore.ReadError("the server closed the connection without an answer")
        return piece

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send, and expect an answer."""
        if not buffer:
            return
        try:
            if self._wire.send(buffer):
                async with asyncio.timeout(timeout):
                    await self._wire.drain()
        except TimeoutError as error:
            raise httpcore.WriteTimeout from error
        except OSError as error:
            raise httpcore.WriteError(error) from error
        if not self.http2:
            self._awaited, self._budget = True, _HEAD

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> "Stream":
        """Speak TLS from here on. Certificates that are refused keep their own error (ssl.SSLError)."""
        try:
            async with asyncio.timeout(timeout):
                await self._wire.secure(ssl_context, server_hostname or "")
        except TimeoutError as error:
            raise httpcore.ConnectTimeout("the TLS handshake did not end") from error
        except ssl.SSLError:
            raise
        except OSError as error:
            raise httpcore.ConnectError(error) from error
        return Stream(self._wire)

    async def aclose(self) -> None:
        """End the connection at once."""
        self._wire.close()

    def get_extra_info(self, info: str) -> Any:
        """Return what httpcore asks for: the state of TLS, and whether something came unasked."""
        if info == "ssl_object":
            return self._wire.tls
        return not self._wire.idle if info == "is_readable" else None


class _Backend(httpcore.AsyncNetworkBackend):
    """How httpcore is made to connect."""

    def __init__(self, dial: Dial) -> None:
        """Connect by a dial."""
        self._dial = dial

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,  # noqa: ARG002
        socket_options: Iterable[Any] | None = None,  # noqa: ARG002
    ) -> Stream:
        """Return a connection to a host; GuardError, socket.gaierror, UnicodeError, or httpcore's errors."""
        try:
            return Stream(await self._dial.connect(host, port, timeout))
        except TimeoutError as error:
            raise httpcore.ConnectTimeout from error
        except socket.gaierror:
            raise
        except OSError as error:
            raise httpcore.ConnectError(error) from error


class Pool:
    """Connections to one host, or by way of one proxy."""

    def __init__(self, dial: Dial, context: ssl.SSLContext, most: int, idle: float, proxy: Proxy | None) -> None:
        """Open nothing yet; at most so many connections, each closed so many seconds after its last use."""
        via = httpcore.Proxy(proxy.url, auth=proxy.auth) if proxy else None
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=context,
            proxy=via,
            max_connections=most,
            keepalive_expiry=idle,
            http2=True,
            network_backend=_Backend(dial),
        )

    async def ask(self, question: Question) -> "Answer":
        """Return the head of an answer; raises what `TRANSLATIONS` knows, or GuardError."""
        url = httpcore.URL(scheme=question.scheme, host=question.host, port=question.port, target=question.target)
        extensions = {"timeout": question.timeouts, "sni_hostname": question.name}
        request = httpcore.Request(b"GET", url, headers=question.headers, extensions=extensions)
        with _hostile_input():
            return Answer(await self._pool.handle_async_request(request))

    async def aclose(self) -> None:
        """End all connections."""
        await self._pool.aclose()


class Answer:
    """The head of an answer, and its body to come."""

    def __init__(self, response: httpcore.Response) -> None:
        """Take what httpcore gives."""
        self.status: int = response.status
        self.headers: Headers = response.headers
        self._response = response
        stream = response.extensions.get("network_stream")
        self._stream = stream if isinstance(stream, Stream) else None

    def expect_body(self, most: int) -> None:
        """Bound what is read on the connection from here on: a body of so many bytes, and its framing."""
        if self._stream is not None:
            self._stream.expect_body(most)

    async def pieces(self) -> AsyncIterator[bytes]:
        """Yield the body as sent; raises what `TRANSLATIONS` knows."""
        with _hostile_input():
            async for piece in self._response.aiter_stream():
                yield piece

    async def aclose(self) -> None:
        """Be done with the answer; a connection with unread body is closed."""
        with _hostile_input():
            await self._response.aclose()


@contextmanager
def _hostile_input() -> Iterator[None]:
    """Give names to what escapes httpcore when a server sends nonsense."""
    try:
        yield
    except httpcore.RemoteProtocolError as error:
        # An event of HTTP/2 in place of words: the server has ended the stream or the connection on its own account.
        if error.args and isinstance(error.args[0], h2.events.Event):
            raise httpcore.ReadError(f"the server broke off: {error}") from error
        raise
    except httpcore.LocalProtocolError as error:
        # It takes every fault found by h2 for one of ours.
        if error.args and isinstance(error.args[0], h2.exceptions.H2Error):
            raise error.args[0] from error
        raise
    except (UnicodeError, ssl.SSLError):
        raise  # Both may be ValueErrors, and say more.
    except (ValueError, LookupError) as error:
        raise httpcore.RemoteProtocolError(error) from error
