"""Bytes to and from one connection, taken at the reader's pace and never waited for beyond a time limit.

What arrives is held until it is asked for, and the other side is made to wait as soon as more than `_PLENTY` is held.
Closing waits for nothing: a server that does not answer a farewell holds nobody up. Knows nothing of HTTP.
"""

import asyncio
import ssl
from collections import deque

_PLENTY = 1 << 16


class Wire(asyncio.Protocol):
    """One connection, plain or with TLS, as the event loop drives it; made by `connect`."""

    def __init__(self) -> None:
        """Wait for a transport."""
        self.ended = False
        self._transport = asyncio.Transport()
        self._held: deque[bytes] = deque()
        self._size = 0
        self._fault: Exception | None = None
        self._arrival: asyncio.Future[None] | None = None
        self._room: asyncio.Future[None] | None = None

    async def secure(self, context: ssl.SSLContext, host: str) -> None:
        """Speak TLS from here on, with a server that proves to be `host`; raises OSError (ssl.SSLError among them)."""
        loop = asyncio.get_running_loop()
        transport = await loop.start_tls(self._transport, self, context, server_hostname=host)
        if transport is None:
            raise ConnectionResetError("the connection ended within the TLS handshake")
        self._transport = transport

    def take(self) -> bytes | None:
        """Return what has come, nothing (`b""`) at the end, None where it takes waiting; OSError where it broke."""
        if not self._held:
            if self._fault is not None:
                raise self._fault
            return b"" if self.ended else None
        piece = self._held.popleft()
        if self._size >= _PLENTY > self._size - len(piece) and not self._transport.is_closing():
            self._transport.resume_reading()
        self._size -= len(piece)
        return piece

    async def read(self) -> bytes:
        """Return what comes, as `take`, and wait for it."""
        while (piece := self.take()) is None:
            self._arrival = asyncio.get_running_loop().create_future()
            await self._arrival
        return piece

    def send(self, data: bytes) -> bool:
        """Send, and tell whether `drain` should be waited for. Raises OSError where the connection is gone."""
        if self.ended or self._transport.is_closing():
            raise self._fault or ConnectionResetError("the server has closed the connection")
        self._transport.write(data)
        return self._room is not None

    async def drain(self) -> None:
        """Wait until the other side takes more."""
        if self._room is not None:
            await asyncio.shield(self._room)

    def close(self) -> None:
        """End the connection at once."""
        self._transport.abort()

    @property
    def idle(self) -> bool:
        """Whether nothing has come that nobody asked for, neither bytes nor the end."""
        return not self._held and not self.ended and not self._transport.is_closing()

    @property
    def tls(self) -> ssl.SSLObject | None:
        """The state of TLS, if any."""
        found = self._transport.get_extra_info("ssl_object")
        return found if isinstance(found, ssl.SSLObject) else None

    # What the event loop tells:

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Take the transport of the new connection."""
        if isinstance(transport, asyncio.Transport):
            self._transport = transport

    def data_received(self, data: bytes) -> None:
        """Hold what has come, and stop the flow where it is plenty."""
        self._held.append(data)
        if self._size < _PLENTY <= self._size + len(data):
            self._transport.pause_reading()
        self._size += len(data)
        _wake(self._arrival)

    def eof_received(self) -> None:
        """Take note that nothing more will come; the transport closes itself."""
        self.ended = True
        _wake(self._arrival)

    def connection_lost(self, error: Exception | None) -> None:
        """Take note that the connection is gone, and why where it broke."""
        self.ended = True
        self._fault = error
        _wake(self._arrival)
        self.resume_writing()

    def pause_writing(self) -> None:
        """Let writers wait."""
        self._room = asyncio.get_running_loop().create_future()

    def resume_writing(self) -> None:
        """Let writers go on."""
        _wake(self._room)
        self._room = None


async def connect(ip: str, port: int) -> Wire:
    """Return a connection to exactly this IP address; raises OSError. No name is looked up."""
    _, wire = await asyncio.get_running_loop().create_connection(Wire, ip, port)
    return wire


def _wake(waiting: asyncio.Future[None] | None) -> None:
    """Let whoever waits go on."""
    if waiting is not None and not waiting.done():
        waiting.set_result(None)
