"""Faults of heads and statuses, and of where an answer points."""

import time
from email.utils import formatdate

from scraper.errors import AddressError, AnswerError, ConnectError, GuardError
from tests.fetcher.faults.fault import Fault, Script
from tests.fetcher.faults.plain import CHUNKED, OK, PACKED, always, flood
from tests.fetcher.loopback import RESET, Step, answer, redirect


def chain(length: int) -> Script:
    """Redirect from /, to /1, and so on, to a page after so many redirects."""

    def script(head: str) -> tuple[Step, ...]:
        place = int(head.split(" ")[1][1:] or "0")
        return (redirect(f"/{place + 1}") if place < length else answer(b"page"),)

    return script


def circle(head: str) -> tuple[Step, ...]:
    """Redirect from / to /b, and from there back to /."""
    return (redirect("/" if head.startswith("GET /b ") else "/b"),)


def busy(status: str, retry_after: str) -> Script:
    """Answer that this is no good moment."""
    return always(answer(b"busy", status, Retry_After=retry_after))


def in_100_seconds(_: str) -> tuple[Step, ...]:
    """Answer that this is no good moment, and name a better one."""
    return (answer(b"busy", "503 Busy", Retry_After=formatdate(time.time() + 100, usegmt=True)),)


HEADS = (
    Fault("one header of 300 KB", AnswerError, always(answer(b"x", X_Huge="x" * 300_000))),
    Fault("30,000 headers", AnswerError, always(OK + b"X-Many: x\r\n" * 30_000 + b"\r\n")),
    Fault("1,000 short headers", AnswerError, always(OK + b"X: x\r\n" * 1000 + b"\r\n")),
    Fault("endless headers", AnswerError, flood(OK, b"X-Many: x\r\n" * 5000)),
    Fault("one endless header", AnswerError, flood(OK + b"X-Endless: ", b"x" * 65536)),
    Fault("NUL in a header", AnswerError, always(OK + b"X-Nul: a\0b\r\nContent-Length: 1\r\n\r\nx")),
    Fault("NUL in the name of a header", AnswerError, always(OK + b"X\0: a\r\nContent-Length: 1\r\n\r\nx")),
    Fault("NUL in the status line", AnswerError, always(b"HTTP/1.1 200 O\0K\r\nContent-Length: 1\r\n\r\nx")),
    Fault("header without colon", AnswerError, always(OK + b"what is this\r\nContent-Length: 1\r\n\r\nx")),
    Fault("header without name", AnswerError, always(OK + b": x\r\nContent-Length: 1\r\n\r\nx")),
    Fault("header continued on a line", 200, always(OK + b"X-A: b\r\n c\r\nContent-Length: 1\r\n\r\nx"), body=b"x"),
    Fault("line ends without CR", 200, always(b"HTTP/1.1 200 OK\nContent-Length: 1\n\nx"), body=b"x"),
    Fault(
        "bytes beyond ASCII in a header", 200, always(OK + b"X-A: \xe9\xff\r\nContent-Length: 1\r\n\r\nx"), body=b"x"
    ),
    Fault("HTTP/0.9: a page without head", AnswerError, always(b"<html><p>page</html>\r\n\r\n")),
    Fault("another protocol", AnswerError, always(b"SSH-2.0-OpenSSH_9.6\r\n\r\n")),
    Fault("nothing but zeros", AnswerError, flood(b"\0", bytes(65536))),
    Fault("HTTP/1.0 answer", 200, always(b"HTTP/1.0 200 OK\r\n\r\nold"), body=b"old"),
    Fault("HTTP/3.7 answer", AnswerError, always(b"HTTP/3.77 200 OK\r\n\r\nnew")),
)
"""The head of an answer."""

STATUSES = (
    Fault("status 099", AnswerError, always(answer(b"x", "099 Low"))),
    Fault("status 1000", AnswerError, always(answer(b"x", "1000 High"))),
    Fault("status in words", AnswerError, always(answer(b"x", "OK OK"))),
    Fault("status 999", 999, always(answer(b"no", "999 Go Away"))),
    Fault(
        "early hints, then the answer",
        200,
        always(b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" + answer(b"x")),
        body=b"x",
    ),
    Fault("100 Continue, unasked", 200, always(b"HTTP/1.1 100 Continue\r\n\r\n", 0.05, answer(b"x")), body=b"x"),
    Fault("early hints and no answer", ConnectError, always(b"HTTP/1.1 103 Early Hints\r\n\r\n")),
    Fault("flood of early hints", AnswerError, flood(b"", b"HTTP/1.1 103 Early Hints\r\nX: y\r\n\r\n" * 1000)),
    Fault("101 Switching Protocols, unasked", AnswerError, always(b"HTTP/1.1 101 Switch\r\nUpgrade: x\r\n\r\nbytes")),
    Fault("204 with a body", 204, always(answer(b"body", "204 No Content")), body=b""),
    Fault("304, unasked", AnswerError, always(answer(b"", "304 Not Modified"))),
    Fault("error page beyond the limit", 404, flood(b"HTTP/1.1 404 Not Found\r\n\r\n", b"x" * 65536)),
    Fault(
        "error page announced beyond the limit", 500, always(answer(b"", "500 Oops", Content_Length="99999999"), 9.0)
    ),
    Fault("error page cut short", 503, always(answer(b"half", "503 Busy", Content_Length="9")), body=b"half"),
    Fault("error page in two codings", 403, always(answer(PACKED["br"], "403 No", Content_Encoding="br, br"))),
    Fault("error page reset", 502, always(answer(b"half", "502 Bad", Content_Length="9"), 0.05, RESET)),
    Fault(
        "error chunks without end",
        500,
        always(CHUNKED.replace(b"200 OK", b"500 Oops") + b"4\r\nhalf\r\n"),
        body=b"half",
    ),
)
"""What a status says, and what it does not."""

BUSY = (
    Fault("429 without Retry-After", 429, always(answer(b"busy", "429 Too Many Requests"))),
    Fault("429 with seconds", 429, busy("429 Too Many", "17"), asked=17.0),
    Fault("429 with 0 seconds", 429, busy("429 Too Many", "0"), asked=0.0),
    Fault("429 with negative seconds", 429, busy("429 Too Many", "-5"), asked=0.0),
    Fault("429 with absurd seconds", 429, busy("429 Too Many", "9" * 30), asked=86_400.0),
    Fault("429 with a word", 429, busy("429 Too Many", "soon")),
    Fault("503 with seconds", 503, busy("503 Busy", "17"), asked=17.0),
    Fault("503 with a fraction", 503, busy("503 Busy", "1.5"), asked=1.5),
    Fault("503 with a date to come", 503, in_100_seconds, asked=100.0),
    Fault("503 with a date gone by", 503, busy("503 Busy", "Sun, 06 Nov 1994 08:49:37 GMT"), asked=0.0),
    Fault("503 with a date of another age", 503, busy("503 Busy", "Fri, 31 Dec 9999 23:59:59 GMT"), asked=86_400.0),
    Fault("503 with an old form of date", 503, busy("503 Busy", "Sunday, 06-Nov-94 08:49:37 GMT"), asked=0.0),
    Fault("503 with an impossible date", 503, busy("503 Busy", "Sun, 99 Nov 1994 99:99:99 GMT")),
)
"""Servers that ask for time."""

REDIRECTS = (
    Fault("redirect to itself", AnswerError, always(redirect("/"))),
    Fault("redirects in a circle", AnswerError, circle, requests=2),
    Fault("10 redirects", 200, chain(10), requests=11, body=b"page"),
    Fault("11 redirects", AnswerError, chain(11), requests=11),
    Fault("redirect without Location", 302, always(answer(b"x", "302 Found")), body=b"x"),
    Fault("redirect with empty Location", 302, always(answer(b"x", "302 Found", Location="")), body=b"x"),
    Fault(
        "redirect with an endless body", AnswerError, flood(b"HTTP/1.1 302 Found\r\nLocation: /\r\n\r\n", b"x" * 65536)
    ),
    *(
        Fault(f"redirect to {target}", GuardError, always(redirect(target)))
        for target in (
            "http://127.0.0.1/",
            "http://127.1/",
            "http://2130706433/",
            "http://017700000001/",
            "http://0x7f000001/",
            "http://0x7f.0.0.1/",
            "http://0/",
            "http://[::1]/",
            "http://[::ffff:127.0.0.1]/",
            "http://[64:ff9b::7f00:1]/",
            "http://[2002:7f00:1::]/",
            "http://10.0.0.1/",
            "http://192.168.1.1/",
            "http://169.254.169.254/latest/meta-data/",
            "http://[fe80::1]/",
            "http://[fd00::1]/",
            "http://255.255.255.255/",
        )
    ),
    Fault(
        "redirect to localhost", GuardError, always(redirect("http://localhost/")), names={"localhost": ["127.0.0.1"]}
    ),
    Fault(
        "redirect to a name with a private address",
        GuardError,
        always(redirect("http://inside.example/")),
        names={"inside.example": ["10.1.2.3"]},
    ),
    Fault(
        "redirect to a name with a public and a private address",
        GuardError,
        always(redirect("http://both.example/")),
        names={"both.example": ["93.184.215.14", "::1"]},
    ),
    *(
        Fault(f"redirect to {target}", AddressError, always(redirect(target)))
        for target in (
            "file:///etc/passwd",
            "ftp://site.example/",
            "javascript:alert(1)",
            "data:text/html,x",
            "http://user:secret@site.example/",
            "http://user@site.example/",
            "http://[",
            "http://",
            "http://site.example:99999/",
            "http://site.example:22/",
        )
    ),
)
"""Where an answer points."""
