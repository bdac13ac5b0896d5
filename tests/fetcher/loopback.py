"""A server that misbehaves on command: a path leads to a script of bytes to send and seconds to wait.

Raw sockets, because the standard library's server would mend or refuse most of what has to be tried.
"""

import socket
import ssl
import struct
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from types import TracebackType
from typing import Self

Step = bytes | float
"""Bytes to send, or seconds to wait (cut short when the server stops)."""
Script = Callable[[str], Iterable[Step]]
"""What to answer to a request, given its head."""

RESET = b"<reset>"
"""A step that ends the connection with a TCP reset."""


def answer(body: bytes = b"", status: str = "200 OK", **headers: str) -> bytes:
    """Return a whole, correct answer; header names are given with underscores."""
    lines = {"Content-Length": str(len(body)), "Connection": "close"}
    lines |= {name.replace("_", "-"): value for name, value in headers.items()}
    head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
    return f"HTTP/1.1 {status}\r\n{head}\r\n".encode("latin-1") + body


def redirect(location: str, status: str = "302 Found", **headers: str) -> bytes:
    """Return an answer that points elsewhere."""
    return answer(b"elsewhere", status, Location=location, **headers)


class Loopback:
    """The server; a context manager. `scripts` maps paths to what they answer, `heads` keeps what was asked."""

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        self.scripts: dict[str, bytes | Script] = {}
        self.heads: list[str] = []
        self.connections = 0
        self._tls = tls
        self._stop = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]

    def __enter__(self) -> Self:
        """Begin to serve."""
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop serving and waiting."""
        self._stop.set()
        # Closing alone would leave the thread waiting in `accept`.
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        """Return the address of a path on this server."""
        return f"{'https' if self._tls else 'http'}://{host}:{self.port}{path}"

    def on(self, path: str, script: bytes | Script) -> str:
        """Answer a path with bytes, or with a script that is asked anew each time; return its address."""
        self.scripts[path] = script
        return self.url(path)

    def _accept(self) -> None:
        with suppress(OSError):
            while not self._stop.is_set():
                connection, _ = self._listener.accept()
                self.connections += 1
                threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, accepted: socket.socket) -> None:
        with suppress(OSError), self._secure(accepted) as connection:
            for step in self._steps(_read_head(connection)):
                if self._stop.is_set():
                    return
                self._perform(connection, step)
            _hang_up(connection)

    def _secure(self, accepted: socket.socket) -> socket.socket:
        if self._tls is None:
            return accepted
        with accepted:
            return self._tls.wrap_socket(accepted, server_side=True)

    def _steps(self, head: str) -> Iterable[Step]:
        self.heads.append(head)
        path = head.split(" ")[1]
        script = self.scripts.get(path, answer(b"not here", "404 Not Found"))
        return (script,) if isinstance(script, bytes) else script(head)

    def _perform(self, connection: socket.socket, step: Step) -> None:
        if isinstance(step, float):
            self._stop.wait(step)
        elif step == RESET:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            connection.close()
        else:
            connection.sendall(step)


def _read_head(connection: socket.socket) -> str:
    head = b""
    while b"\r\n\r\n" not in head:
        received = connection.recv(65536)
        if not received:
            raise ConnectionError
        head += received
    return head.decode("latin-1")


def _hang_up(connection: socket.socket) -> None:
    # Say "the end" first: closing with bytes unread would be a reset.
    connection.shutdown(socket.SHUT_WR)
    connection.settimeout(1)
    connection.recv(1)


def endless(piece: bytes, pause: float) -> Iterator[Step]:
    """Yield a piece and a pause for ever."""
    while True:
        yield piece
        yield pause
