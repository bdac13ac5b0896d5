"""`/metrics` and `/health` over HTTP, in a thread of their own, so that they answer while the crawl is busy."""

import json
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from socketserver import ThreadingMixIn
from typing import NamedTuple
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server
from wsgiref.types import StartResponse, WSGIEnvironment

from scraper.crawler.operations.metrics import CONTENT_TYPE, Metrics
from scraper.crawler.operations.tally import Tally
from scraper.errors import UsageError

STUCK = 60.0
"""Seconds without a sign of life after which a crawl counts as unhealthy; its loop shows itself every second."""


class Answer(NamedTuple):
    """What a path answers."""

    status: str
    """Status line, such as `200 OK`."""
    content_type: str
    """Value of the header."""
    body: bytes
    """What is sent."""


@contextmanager
def endpoint(tally: Tally, port: int, address: str = "127.0.0.1") -> Iterator[int]:
    """Answer on a port while the block runs; yields the port, which is another where 0 was asked for. UsageError."""
    metrics = Metrics(tally)
    paths: Mapping[str, Callable[[], Answer]] = {
        "/metrics": lambda: Answer("200 OK", CONTENT_TYPE, metrics.expose()),
        "/health": lambda: health(tally, time.time()),
    }

    def answer(environment: WSGIEnvironment, start: StartResponse) -> list[bytes]:
        """Answer one request."""
        found = paths.get(environment["PATH_INFO"], _nothing)()
        start(found.status, [("Content-Type", found.content_type), ("Content-Length", str(len(found.body)))])
        return [found.body]

    try:
        server = make_server(address, port, answer, _Threads, _Silent)
    except OSError as fault:
        raise UsageError(
            f"cannot listen on {address}:{port}: {fault.strerror}; choose another --metrics PORT"
        ) from fault
    with server:
        threading.Thread(target=server.serve_forever, name="metrics", daemon=True).start()
        yield server.server_port
        server.shutdown()


def health(tally: Tally, now: float) -> Answer:
    """Return whether a crawl moves: 200, or 503 where it has shown no sign of life for a minute."""
    silent = now - tally.ticked
    words = {"healthy": silent < STUCK, "silent_seconds": round(silent, 1), "pages": tally.pages}
    status = "200 OK" if words["healthy"] else "503 Service Unavailable"
    return Answer(status, "application/json", json.dumps(words).encode())


def _nothing() -> Answer:
    """Return what other paths answer."""
    return Answer("404 Not Found", "text/plain", b"there are /metrics and /health\n")


class _Threads(ThreadingMixIn, WSGIServer):
    """A server in which a slow client delays no other."""

    daemon_threads = True


class _Silent(WSGIRequestHandler):
    """Leaves standard error to the crawl's own events."""

    def log_message(self, *_words: object) -> None:
        """Say nothing."""
