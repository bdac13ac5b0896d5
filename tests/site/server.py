"""The server of the made-up web: HTTP/1.1 over plain sockets, one process, quick enough never to be what is measured.

Pages are made when they are asked for. A request whose Host is `control.test` steers the server and is not logged:
`/version/2` shows the web's next version, `/flush` writes the log out, `/count` says how many for stories were logged.
"""

import asyncio
import re
import time
from contextlib import suppress
from email.utils import format_datetime, parsedate_to_datetime
from hashlib import sha256
from typing import BinaryIO

from tests.site.pages import Writer, when
from tests.site.visits import Visit, line
from tests.site.web import SECTION, Web, changed, host_index, host_name

HTML = "text/html; charset=utf-8"
XML = "application/xml"
Answer = tuple[int, bytes, dict[str, str]]
"""Status, body and headers."""

_NUMBERED = re.compile(r"[0-9]{1,9}(\.html)?")
_REASONS = {200: "OK", 304: "Not Modified", 404: "Not Found", 429: "Too Many Requests"}


class Site:
    """What is answered to a request: the web, its version, and how often each busy host was asked."""

    def __init__(self, web: Web, port: int, log: BinaryIO) -> None:
        self.web = web
        self.version = 0
        self._writer = Writer(web, port)
        self._log = log
        self._asked: dict[str, int] = {}
        self.served = 0
        self._behaviours = {host_name(index): web.behaviour(index) for index in range(web.hosts)}

    def behaviour(self, host: str) -> str:
        """Return how a host behaves; well, when it is none of ours."""
        return self._behaviours.get(host, "well")

    def note(self, visit: Visit) -> None:
        """Write one request to the log."""
        self.served += visit.path.startswith("/story/")
        self._log.write(line(visit))

    def flush(self) -> None:
        """Let readers of the log see what was written."""
        self._log.flush()

    def answer(self, host: str, path: str, asked: dict[str, str]) -> Answer:
        """Return what a host says to a request for a path."""
        if host == "control.test":
            return self._steer(path)
        if host not in self._behaviours:
            return 404, b"no such host\n", {}
        count = self._asked[host] = self._asked.get(host, 0) + 1
        if self._behaviours[host] == "busy" and count % 7 == 0:
            return 429, b"later\n", {"Retry-After": str(self.web.retry_after)}
        return self._page(host, path, asked)

    def _steer(self, path: str) -> Answer:
        if path.startswith("/version/"):
            self.version = int(path.rpartition("/")[2])
        if path != "/count":
            self.flush()
        return 200, str(self.served).encode(), {}

    def _page(self, host: str, path: str, asked: dict[str, str]) -> Answer:
        kind, _, name = path.strip("/").partition("/")
        number = int(name.removesuffix(".html")) if _NUMBERED.fullmatch(name) else 0
        if kind == "story" and 1 <= number <= self.web.pages:
            return self._story(host, number, asked)
        if kind == "private" and 1 <= number <= self.web.forbidden:
            return 200, b"<p>nobody may read this</p>\n", {"Content-Type": HTML}
        if kind == "section" and 1 <= number <= -(-self.web.pages // SECTION):
            return 200, self._writer.section(host, number), {"Content-Type": HTML}
        return self._furniture(host, path)

    def _furniture(self, host: str, path: str) -> Answer:
        if path == "/":
            return 200, self._writer.front(host), {"Content-Type": HTML}
        if path == "/robots.txt":
            return 200, self._writer.robots(host), {"Content-Type": "text/plain"}
        if path == "/sitemap.xml":
            return 200, self._writer.sitemap(host, self.version), {"Content-Type": XML}
        if path == "/feed.xml":
            return 200, self._writer.feed(host, self.version), {"Content-Type": XML}
        return 404, b"not here\n", {"Content-Type": "text/plain"}

    def _story(self, host: str, number: int, asked: dict[str, str]) -> Answer:
        edition = changed(self.web, number, self.version)
        date = when(number, edition)
        etag = f'"{sha256(f"{host_index(host)} {number} {edition}".encode()).hexdigest()[:16]}"'
        headers = {"ETag": etag, "Last-Modified": format_datetime(date, usegmt=True), "Content-Type": HTML}
        known = asked.get("if-none-match")
        if known is not None and etag in known:
            return 304, b"", headers
        since = asked.get("if-modified-since")
        if known is None and since is not None and parsedate_to_datetime(since) >= date:
            return 304, b"", headers
        return 200, self._writer.story(host, number, self.version), headers


class Connection(asyncio.Protocol):
    """One connection: reads heads, answers them in order, and logs when each answer's last byte had gone."""

    def __init__(self, site: Site, number: int) -> None:
        self._site = site
        self._number = number
        self._received = b""
        self._transport: asyncio.Transport | None = None
        self._open: Visit | None = None
        self._full = False
        self._timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the way to answer; be told as soon as bytes wait."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        transport.set_write_buffer_limits(0)

    def data_received(self, data: bytes) -> None:
        """Answer each whole head."""
        self._received += data
        while self._open is None and b"\r\n\r\n" in self._received:
            head, _, self._received = self._received.partition(b"\r\n\r\n")
            self._begin(head.decode("latin-1"))

    def pause_writing(self) -> None:
        """Remember that the answer is not out yet."""
        self._full = True

    def resume_writing(self) -> None:
        """Log the answer: its last byte has gone."""
        self._full = False
        self._end()

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002 - asyncio passes it
        """Log a request that was never answered in full, with status 0."""
        if self._timer is not None:
            self._timer.cancel()
        if self._open is not None:
            self._site.note(self._open._replace(end=time.monotonic(), status=0))
            self._open = None

    def _begin(self, head: str) -> None:
        arrived = time.monotonic()
        request, *lines = head.split("\r\n")
        _, path, _ = (*request.split(" "), "", "")[:3]
        asked = {name.lower(): value.strip() for name, _, value in (each.partition(":") for each in lines)}
        host = asked.get("host", "").rpartition(":")[0] or asked.get("host", "")
        self._open = Visit(arrived, arrived, host, path, 0, self._number, asked.get("user-agent", ""))
        behaviour = self._site.behaviour(host)
        if behaviour == "slow":
            loop = asyncio.get_running_loop()
            self._timer = loop.call_later(self._site.web.slow_seconds, self._send, asked)
        elif behaviour != "hanging":
            self._send(asked)

    def _send(self, asked: dict[str, str]) -> None:
        assert self._open is not None
        assert self._transport is not None
        visit = self._open
        status, body, headers = self._site.answer(visit.host, visit.path, asked)
        self._open = visit._replace(status=status)
        lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        length = "" if status == 304 else f"Content-Length: {len(body)}\r\n"
        start = f"HTTP/1.1 {status} {_REASONS[status]}\r\n{length}{lines}\r\n"
        self._transport.write(start.encode("latin-1") + body)
        if not self._full:
            self._end()

    def _end(self) -> None:
        if self._open is not None and self._open.status:
            visit, self._open = self._open, None
            if visit.host != "control.test":
                self._site.note(visit._replace(end=time.monotonic()))
            # A client may have sent its next request while this answer was under way.
            self.data_received(b"")


async def serve(site: Site, listener: asyncio.Server) -> None:
    """Serve until cancelled, and let readers of the log see it four times a second."""
    async with listener:
        while True:
            await asyncio.sleep(0.25)
            with suppress(OSError):
                site.flush()
