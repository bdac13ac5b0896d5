"""A robots.txt file as lines of field and value (RFC 9309, 2.2), whatever bytes it is made of.

UTF-8 with or without a byte order mark is what the RFC wants; UTF-16 is read by its mark, and NULs, which only UTF-16
without one has, are left out. Lines end with LF, CR or both. A line without a colon is read where it is two words.
Fields have the spellings that site owners are known to use.
"""

import codecs
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

READ: Final = 500 * 1024
"""Bytes of a file that are read (RFC 9309, 2.5: at least so many); the line at the cut is not."""
LONGEST_LINE: Final = 16_663
"""Bytes of a line that are read, the limit of Google's parser: eight times the longest address of Internet Explorer."""


class Field(StrEnum):
    """What a line can be about."""

    AGENT = "user-agent"
    ALLOW = "Allow"
    DISALLOW = "Disallow"
    SITEMAP = "sitemap"
    DELAY = "crawl-delay"
    SIGNAL = "content-signal"
    USAGE = "content-usage"
    OTHER = "other"


_SPELLINGS: Final[Mapping[bytes, Field]] = {
    spelling: field
    for field, spellings in (
        (Field.AGENT, (b"user-agent", b"useragent", b"user agent")),
        (Field.ALLOW, (b"allow",)),
        (Field.DISALLOW, (b"disallow", b"dissallow", b"dissalow", b"disalow", b"diasllow", b"disallaw")),
        (Field.SITEMAP, (b"sitemap", b"site-map", b"sitemaps")),
        (Field.DELAY, (b"crawl-delay", b"crawl delay", b"crawldelay")),
        (Field.SIGNAL, (b"content-signal",)),
        (Field.USAGE, (b"content-usage",)),
    )
    for spelling in spellings
}
_LINE_END: Final = re.compile(rb"[\r\n]+")
_UTF16: Final[Mapping[bytes, str]] = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}


@dataclass(frozen=True, slots=True)
class Record:
    """One line that says something."""

    field: Field
    """What it is about; lines of unknown fields are `OTHER`."""
    value: bytes
    """What it says: UTF-8 as a rule, without comment and outer blanks; may be empty."""


def bounded(body: bytes) -> bytes:
    """Return the part of a file that is read: at most `READ` bytes, whole lines only where it is longer."""
    if len(body) <= READ:
        return body
    start = body[:READ]
    return start[: max(start.rfind(b"\n"), start.rfind(b"\r")) + 1]


def records(body: bytes) -> Iterator[Record]:
    """Yield the lines of a file that say something, first to last; never raises."""
    for line in _LINE_END.split(_in_utf8(bounded(body))):
        text = line[:LONGEST_LINE].partition(b"#")[0].strip()
        name, separator, value = text.partition(b":") if b":" in text else _two_words(text)
        if separator:
            yield Record(_SPELLINGS.get(name.strip().lower(), Field.OTHER), value.strip())


def _in_utf8(body: bytes) -> bytes:
    encoding = _UTF16.get(body[:2])
    if encoding is not None:
        body = body[2:].decode(encoding, "replace").encode()
    return body.removeprefix(codecs.BOM_UTF8).replace(b"\0", b"")


def _two_words(text: bytes) -> tuple[bytes, bytes, bytes]:
    """Return a line whose colon was forgotten as its two words, or as a line that says nothing."""
    words = text.split()
    return (words[0], b" ", words[1]) if len(words) == 2 else (text, b"", b"")
