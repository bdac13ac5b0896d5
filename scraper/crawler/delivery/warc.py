"""Answers as they came, as WARC 1.1, so that they can be cleaned again with newer rules and weights.

Each answer is one `response` record in a gzip member of its own, as ISO 28500 (Annex D) has it: a file may end behind
any record, and any record can be read by its offset. The body is kept as it was after its transfer and content codings
were taken off, since that is what was cleaned; the headers that spoke of those codings and of the length are kept under
names that begin with `X-Archive-Orig-`. Source: ISO 28500:2017; iipc.github.io/warc-specifications.
"""

import gzip
import hashlib
import http
import re
import uuid
from base64 import b32encode
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Final

from scraper.crawler.delivery.naming import Stream
from scraper.model.page import FetchResult
from scraper.model.version import __version__

_CODED: Final = frozenset({"content-encoding", "transfer-encoding", "content-length"})
_BREAK: Final = re.compile(r"[\r\n]+")
_LEVEL: Final = 6


def response_stream(now: float) -> Stream:
    """Return the stream answers go to in a round begun at `now`; each file begins with a record on what made it."""
    date = datetime.fromtimestamp(now, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    fields = f"software: scraper/{__version__}\r\nformat: WARC File Format 1.1\r\n"
    head = _record("warcinfo", "application/warc-fields", fields.encode(), [("WARC-Date", date)])
    return Stream("responses", ".warc.gz", _member(head))


def response_record(answer: FetchResult, address: str | None = None) -> bytes:
    """Return the record of one answer; `address` is the IP address it came from, where it is known.

    The answer must be one of a server: its `http` and `fetched_at` set, its body bytes.
    """
    if answer.http is None or answer.fetched_at is None or isinstance(answer.body, str):
        raise ValueError("only what a server answered can be kept as its response")
    headers = [
        ("WARC-Target-URI", answer.http.url),
        ("WARC-Date", answer.fetched_at),
        ("WARC-Payload-Digest", _digest(answer.body)),
    ]
    if address:
        headers.append(("WARC-IP-Address", address))
    block = _head(answer.http.status, answer.headers, len(answer.body)) + answer.body
    return _member(_record("response", "application/http; msgtype=response", block, headers))


def _head(status: int, headers: Iterable[tuple[str, str]], length: int) -> bytes:
    """Return status line and headers of an answer whose body has no codings left."""
    reason = http.HTTPStatus(status).phrase if status in {*http.HTTPStatus} else ""
    lines = [f"HTTP/1.1 {status} {reason}", *map(_line, _uncoded(headers)), f"Content-Length: {length}", "", ""]
    # Header values are bytes of no stated encoding; Latin-1 gives them back as they came.
    return "\r\n".join(lines).encode("latin-1", "replace")


def _uncoded(headers: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield headers, those on codings and length under other names."""
    for name, value in headers:
        yield (f"X-Archive-Orig-{name}" if name.lower() in _CODED else name), value


def _record(kind: str, content: str, block: bytes, headers: Sequence[tuple[str, str]]) -> bytes:
    """Return a WARC record; its number is drawn from what it holds, so that the same answer gives the same record."""
    number = uuid.uuid5(uuid.NAMESPACE_URL, f"{kind} {headers} {_digest(block)}")
    rows = [
        ("WARC-Type", kind),
        ("WARC-Record-ID", f"<urn:uuid:{number}>"),
        *headers,
        ("WARC-Block-Digest", _digest(block)),
        ("Content-Type", content),
        ("Content-Length", str(len(block))),
    ]
    return b"\r\n".join([b"WARC/1.1", *(_line(row).encode() for row in rows), b"", block, b"", b""])


def _line(header: tuple[str, str]) -> str:
    """Return a header as a line; a line break inside would end it and begin another."""
    name, value = header
    return f"{name}: {_BREAK.sub(' ', value)}"


def _digest(data: bytes) -> str:
    """Return a labelled digest, base 32 as is the custom in WARC."""
    return "sha256:" + b32encode(hashlib.sha256(data).digest()).decode("ascii")


def _member(data: bytes) -> bytes:
    """Return data as one gzip member, without a time of its own."""
    return gzip.compress(data, _LEVEL, mtime=0)
