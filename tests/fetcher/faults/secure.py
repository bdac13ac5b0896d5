"""Faults of TLS, of HTTP/2, and of names."""

from collections.abc import Callable

from h2.connection import H2Connection

from scraper.errors import (
    AnswerError,
    CertificateError,
    ConnectError,
    CutError,
    DeadlineError,
    GuardError,
    ResolveError,
)
from tests.fetcher.faults.fault import Fault
from tests.fetcher.faults.plain import CHUNKED, PACKED, always, then
from tests.fetcher.loopback import RESET, answer, redirect

HTTPS = "https://{host}:{port}/"
HEAD = [(":status", "200"), ("content-type", "text/html")]
Send = Callable[[bytes], None]


def frame(kind: int, flags: int, stream: int, payload: bytes) -> bytes:
    """Return a frame of HTTP/2 (RFC 9113, 4.1)."""
    return len(payload).to_bytes(3, "big") + bytes([kind, flags]) + stream.to_bytes(4, "big") + payload


def h2_page(connection: H2Connection, stream: int, _: Send) -> None:
    """Answer as one should."""
    connection.send_headers(stream, HEAD)
    connection.send_data(stream, b"page", end_stream=True)


def h2_goaway(connection: H2Connection, stream: int, _: Send) -> None:
    """End the connection in place of an answer."""
    connection.close_connection(error_code=0, last_stream_id=stream)


def h2_goaway_unheard(connection: H2Connection, _: int, send: Send) -> None:
    """End the connection and say that the request was not looked at."""
    connection.close_connection(error_code=0, last_stream_id=0)


def h2_goaway_late(connection: H2Connection, stream: int, _: Send) -> None:
    """End the connection within a body."""
    connection.send_headers(stream, HEAD)
    connection.send_data(stream, b"half")
    connection.close_connection(error_code=2)


def h2_reset(connection: H2Connection, stream: int, _: Send) -> None:
    """Reset the stream in place of an answer."""
    connection.reset_stream(stream, error_code=7)


def h2_reset_late(connection: H2Connection, stream: int, _: Send) -> None:
    """Reset the stream within a body."""
    connection.send_headers(stream, HEAD)
    connection.send_data(stream, b"half")
    connection.reset_stream(stream, error_code=2)


def h2_stall(connection: H2Connection, stream: int, _: Send) -> None:
    """Send half a body and wait, as servers do whose window never opens."""
    connection.send_headers(stream, HEAD)
    connection.send_data(stream, b"half")


def h2_nothing(connection: H2Connection, stream: int, _: Send) -> None:
    """Send nothing."""


def h2_short(connection: H2Connection, stream: int, send: Send) -> None:
    """Announce more than is sent."""
    connection.send_headers(stream, [*HEAD, ("content-length", "9")])
    send(connection.data_to_send() + frame(0, 1, stream, b"half"))


def h2_long(connection: H2Connection, stream: int, send: Send) -> None:
    """Announce less than is sent."""
    connection.send_headers(stream, [*HEAD, ("content-length", "2")])
    send(connection.data_to_send() + frame(0, 1, stream, b"more than that"))


def h2_garbage(_: H2Connection, stream: int, send: Send) -> None:
    """Send what is no frame."""
    send(b"HTTP/1.1 200 OK\r\n\r\n" * 20)


def h2_nul(connection: H2Connection, stream: int, _: Send) -> None:
    """Send a header with NUL."""
    connection.send_headers(stream, [*HEAD, ("x-nul", "a\0b")], end_stream=True)


def h2_status(connection: H2Connection, stream: int, _: Send) -> None:
    """Send a status that is none."""
    connection.send_headers(stream, [(":status", "abc")], end_stream=True)


def h2_many(connection: H2Connection, stream: int, _: Send) -> None:
    """Send more headers than anybody needs."""
    connection.send_headers(stream, [*HEAD, *[(f"x-{number}", "y") for number in range(1000)]], end_stream=True)


def h2_huge(connection: H2Connection, stream: int, _: Send) -> None:
    """Send headers of 160 KB, packed into next to nothing."""
    connection.send_headers(stream, [*HEAD, *[("x-huge", "y" * 4000)] * 40], end_stream=True)


def h2_continuations(connection: H2Connection, stream: int, send: Send) -> None:
    """Send a head in frames without end."""
    send(frame(1, 0, stream, b"\x88"))
    while True:
        send(frame(9, 0, stream, b"\x00\x01a\x01b" * 100))


def h2_pings(connection: H2Connection, _: int, send: Send) -> None:
    """Send nothing but pings, without end."""
    while True:
        send(frame(6, 0, 0, b"pingping") * 500)


def h2_endless(connection: H2Connection, stream: int, send: Send) -> None:
    """Send as much as the windows allow, and much more than a page has."""
    connection.send_headers(stream, HEAD)
    send(connection.data_to_send())
    for _ in range(1000):
        send(frame(0, 0, stream, b"x" * 16_384))


def h2_hints(connection: H2Connection, stream: int, send: Send) -> None:
    """Send early hints, then the answer."""
    connection.send_headers(stream, [(":status", "103"), ("link", "</a>")])
    h2_page(connection, stream, send)


def h2_cut_gzip(connection: H2Connection, stream: int, _: Send) -> None:
    """Send half a gzip body as if it were whole."""
    connection.send_headers(stream, [*HEAD, ("content-encoding", "gzip")])
    connection.send_data(stream, PACKED["gzip"][:-9], end_stream=True)


TLS = (
    Fault("certificate signed by itself", CertificateError, kind="tls self-signed", requests=0, address=HTTPS),
    Fault("certificate of an unknown authority", CertificateError, kind="tls unknown", requests=0, address=HTTPS),
    Fault("certificate expired", CertificateError, kind="tls expired", requests=0, address=HTTPS),
    Fault("certificate not valid yet", CertificateError, kind="tls early", requests=0, address=HTTPS),
    Fault("certificate for another host", CertificateError, kind="tls other", requests=0, address=HTTPS),
    Fault("TLS handshake never answered", DeadlineError, kind="silent", requests=0, address=HTTPS, slow=True),
    Fault("TLS handshake reset", ConnectError, kind="reset", requests=0, address=HTTPS),
    Fault("TLS handshake closed", ConnectError, kind="closed", requests=0, address=HTTPS),
    Fault("HTTP on the port of https", ConnectError, kind="banner", requests=0, address=HTTPS),
    Fault("TLS 1.1 at most", ConnectError, kind="tls old", requests=0, address=HTTPS),
    Fault("http to a port that speaks TLS", ConnectError, always(answer(b"x")), kind="tls", requests=0),
    Fault("closed after the handshake", ConnectError, always(b""), kind="tls", address=HTTPS),
    Fault("reset after the handshake", ConnectError, always(RESET), kind="tls", address=HTTPS),
    Fault("TLS: length too long", CutError, always(answer(b"half", Content_Length="8")), kind="tls", address=HTTPS),
    Fault("TLS: last chunk missing", CutError, always(CHUNKED + b"4\r\nhalf\r\n"), kind="tls", address=HTTPS),
    Fault(
        "TLS: body byte by byte",
        DeadlineError,
        then([answer(Content_Length="999")], b"x", 0.1),
        kind="tls",
        address=HTTPS,
        slow=True,
    ),
    Fault(
        "redirect from https to http, and back to a private address",
        GuardError,
        always(redirect("http://10.0.0.1/")),
        kind="tls",
        address=HTTPS,
    ),
)
"""Where nobody proves who they are, and where they do and misbehave."""

HTTP2 = tuple(
    Fault(name, outcome, script, kind="h2", address=HTTPS, slow=outcome is DeadlineError, body=body)
    for name, outcome, script, body in (
        ("HTTP/2: a page", 200, h2_page, b"page"),
        ("HTTP/2: GOAWAY in place of an answer", ConnectError, h2_goaway, None),
        ("HTTP/2: GOAWAY, request not looked at", ConnectError, h2_goaway_unheard, None),
        ("HTTP/2: GOAWAY within the body", CutError, h2_goaway_late, None),
        ("HTTP/2: RST_STREAM in place of an answer", ConnectError, h2_reset, None),
        ("HTTP/2: RST_STREAM within the body", CutError, h2_reset_late, None),
        ("HTTP/2: flow of data stalls", DeadlineError, h2_stall, None),
        ("HTTP/2: no answer", DeadlineError, h2_nothing, None),
        ("HTTP/2: length too long", CutError, h2_short, None),
        ("HTTP/2: length too short", CutError, h2_long, None),
        ("HTTP/2: no frames", DeadlineError, h2_garbage, None),
        ("HTTP/2: NUL in a header", AnswerError, h2_nul, None),
        ("HTTP/2: status in words", AnswerError, h2_status, None),
        ("HTTP/2: 1,000 headers", AnswerError, h2_many, None),
        ("HTTP/2: headers of 160 KB", AnswerError, h2_huge, None),
        ("HTTP/2: endless head", AnswerError, h2_continuations, None),
        ("HTTP/2: flood of pings", AnswerError, h2_pings, None),
        ("HTTP/2: endless body", AnswerError, h2_endless, None),
        ("HTTP/2: early hints, then the answer", 200, h2_hints, b"page"),
        ("HTTP/2: gzip cut short", CutError, h2_cut_gzip, None),
    )
)
"""What goes wrong within one connection of many streams."""

NAMES = tuple(
    Fault(name, outcome, kind="none", requests=0, address=address, names=names, slow=outcome is DeadlineError)
    for name, outcome, address, names in (
        ("unknown name", ResolveError, "http://gone.example/", {"gone.example": "unknown"}),
        ("name without address", ResolveError, "http://none.example/", {"none.example": []}),
        ("resolver out of order", ResolveError, "http://later.example/", {"later.example": "later"}),
        ("resolver hangs", DeadlineError, "http://hang.example/", {"hang.example": "hang"}),
        ("name with a loopback address", GuardError, "http://me.example/", {"me.example": ["127.0.0.1"]}),
        ("name with a private IPv6 address", GuardError, "https://six.example/", {"six.example": ["fd00::1"]}),
        ("address in decimal", GuardError, "http://2130706433/", {}),
        ("address in octal", GuardError, "http://0177.0.0.1/", {}),
        ("address in hex", GuardError, "http://0x7f.1/", {}),
        ("address in full-width digits", GuardError, "http://１２７.0.0.1/", {}),
        ("IPv4 address in IPv6", GuardError, "http://[::ffff:10.0.0.1]/", {}),
    )
)
"""Where names lead."""
