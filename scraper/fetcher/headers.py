"""The head of an answer: what is kept of it, and what is too much of it."""

from dataclasses import dataclass

from scraper.errors import AnswerError
from scraper.fetcher.redirects import Trail
from scraper.model.page import Http

MOST_FIELDS = 256
"""Header lines an answer may have."""
MOST_BYTES = 96 << 10
"""Bytes all names and values of an answer's headers may have together."""

_STATUSES = range(200, 1000)


@dataclass(frozen=True, slots=True)
class Head:
    """Status and headers of one answer."""

    status: int
    """Status code, 200 to 999."""
    fields: tuple[tuple[str, str], ...]
    """Names in lower case and values as sent."""

    def first(self, name: str) -> str | None:
        """Return the first value of a header; None where there is none or it is empty."""
        return next((value for found, value in self.fields if found == name), None) or None

    def joined(self, name: str) -> str:
        """Return all values of a header that may be a list (RFC 9110, 5.3); empty where there is none."""
        return ", ".join(value for found, value in self.fields if found == name)


def read_head(status: int, raw: list[tuple[bytes, bytes]]) -> Head:
    """Return the head of an answer; raises AnswerError (without address) where it is none or too much."""
    if status not in _STATUSES:
        raise AnswerError(f"status {status} is no end of an answer")
    if len(raw) > MOST_FIELDS:
        raise AnswerError(f"more than {MOST_FIELDS} headers are sent")
    if sum(len(name) + len(value) for name, value in raw) > MOST_BYTES:
        raise AnswerError(f"more than {MOST_BYTES} bytes of headers are sent")
    fields = tuple((_text(name).lower(), _text(value)) for name, value in raw)
    if any(letter in text for pair in fields for text in pair for letter in "\0\r\n"):
        raise AnswerError("a header contains NUL or a line end")
    return Head(status, fields)


def describe(head: Head, trail: Trail) -> Http:
    """Return the server's words on the page at the end of a trail; values as sent, empty ones as None."""
    return Http(
        status=head.status,
        url=trail.address.document,
        redirects=trail.passed,
        content_type=head.first("content-type"),
        etag=head.first("etag"),
        last_modified=head.first("last-modified"),
        content_language=head.first("content-language"),
    )


def _text(raw: bytes) -> str:
    """Return a header's bytes as text: UTF-8 as most servers mean it, else Latin-1 as HTTP once had it."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("latin-1")
