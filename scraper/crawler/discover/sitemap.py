"""Sitemaps: sets of addresses, indexes of sitemaps, news, plain text, compressed or not (https://www.sitemaps.org).

Read as a stream of tags, never as a tree. A document type is refused before it can declare an entity, so there is
nothing to expand and nothing to load. A file that breaks off gives what stands before the break.
"""

import re
import zlib
from collections.abc import Mapping
from typing import Final
from xml.parsers import expat

from scraper.crawler.discover.found import Link, Offers
from scraper.crawler.discover.moments import moment
from scraper.crawler.discover.overlong import OVERLONG, overlong

MOST_BYTES: Final = 50 << 20
"""Bytes of a sitemap, uncompressed: the protocol's own bound."""
MOST_LINKS: Final = 50_000
"""Addresses of a sitemap: the protocol's own bound."""
DEEPEST: Final = 50
"""Elements inside one another; a sitemap needs five."""
LONGEST_TEXT: Final = 8192
"""Characters of one element's text that are kept."""

_GZIP = b"\x1f\x8b"
# Unescaped ampersands are the commonest break in the files of real sites.
_BARE_AMPERSAND = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});)")
_FEEDS = frozenset({"rss", "feed", "RDF"})
# Parent and element, without their namespaces, to what is kept: `loc` also names images and videos, elsewhere.
_KEPT: Mapping[tuple[str, str], str] = {
    ("url", "loc"): "loc",
    ("sitemap", "loc"): "loc",
    ("url", "lastmod"): "lastmod",
    ("sitemap", "lastmod"): "lastmod",
    ("news", "title"): "title",
    ("news", "publication_date"): "published",
    ("publication", "language"): "language",
}


class _EnoughError(Exception):
    """Reading stops here; the message says why."""


def read_sitemap(body: bytes) -> Offers:
    """Return what a sitemap offers; whatever is wrong with it is a finding."""
    body, cut = inflated(body)
    text = body.lstrip(b"\xef\xbb\xbf \t\r\n")
    if not text.startswith((b"<", b"\xff\xfe", b"\xfe\xff")):
        return _plain(text, cut)
    reader = _read(text)
    if reader.finding and b"&" in text:
        mended = _read(_BARE_AMPERSAND.sub(b"&amp;", text))
        reader = mended if len(mended.links) + len(mended.sources) > len(reader.links) + len(reader.sources) else reader
    return Offers(tuple(reader.links), tuple(reader.sources), tuple(filter(None, (*cut, reader.finding))))


def is_feed(body: bytes) -> bool:
    """Whether an XML document is a feed, which may stand where a sitemap is expected."""
    start = _read(inflated(body[: 1 << 16])[0].lstrip(b"\xef\xbb\xbf \t\r\n"))
    return start.root in _FEEDS


def inflated(body: bytes) -> tuple[bytes, tuple[str, ...]]:
    """Return a document uncompressed up to the bound, and a finding where it is not whole."""
    if not body.startswith(_GZIP):
        return body[:MOST_BYTES], _too_large(len(body))
    whole = bytearray()
    while body.startswith(_GZIP) and len(whole) <= MOST_BYTES:
        member = zlib.decompressobj(wbits=31)
        try:
            whole += member.decompress(body, MOST_BYTES + 1 - len(whole))
        except zlib.error as error:
            return bytes(whole), (f"the compressed sitemap is damaged: {error}",)
        if not member.eof and len(whole) <= MOST_BYTES:
            return bytes(whole), ("the compressed sitemap is cut short",)
        body = member.unused_data
    return bytes(whole[:MOST_BYTES]), _too_large(len(whole))


def _too_large(size: int) -> tuple[str, ...]:
    """Return a finding where a document is larger than the bound."""
    return (f"larger than {MOST_BYTES} bytes; the rest was not read",) if size > MOST_BYTES else ()


def _plain(text: bytes, cut: tuple[str, ...]) -> Offers:
    """Return what a sitemap of one address a line offers."""
    lines = [line for line in text.decode("utf-8", "replace").splitlines() if line.strip()]
    links = tuple(Link(line.strip()) for line in lines[:MOST_LINKS] if line.strip().startswith(("http:", "https:")))
    if not links:
        return Offers(findings=(*cut, "no sitemap: neither XML nor addresses, one a line"))
    return Offers(links, (), (*cut, *_too_many(len(lines))))


def _too_many(count: int) -> tuple[str, ...]:
    """Return a finding where a sitemap names more than the bound."""
    return (f"more than {MOST_LINKS} addresses; the rest was not read",) if count > MOST_LINKS else ()


def _read(text: bytes) -> "_Reader":
    """Read a document as far as it goes."""
    reader = _Reader()
    if overlong(text):
        reader.finding = OVERLONG
        return reader
    try:
        reader.parser.Parse(text, True)  # noqa: FBT003 (it takes no names)
    except _EnoughError as enough:
        reader.finding = str(enough)
    except expat.ExpatError as error:
        reader.finding = f"not well-formed XML at line {error.lineno}: {expat.ErrorString(error.code)}"
    except (ValueError, LookupError) as error:
        reader.finding = f"its encoding cannot be read: {error}"
    if not reader.finding and reader.root not in {"urlset", "sitemapindex"}:
        reader.finding = f"no sitemap: its outermost element is {reader.root!r}"
    return reader


class _Reader:
    """The tags of a sitemap as they come."""

    def __init__(self) -> None:
        self.links: list[Link] = []
        self.sources: list[Link] = []
        self.root = ""
        self.finding = ""
        self._open: list[str] = []
        self._entry: dict[str, str] = {}
        self._text: list[str] = []
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self._refuse
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text.append

    def _refuse(self, *_: object) -> None:
        """Stop at a document type, before anything in it can be declared."""
        raise _EnoughError("a document type stands where a sitemap has none; it may be an HTML page")

    def _start(self, name: str, _: object) -> None:
        """Begin an element."""
        local = name.rpartition(":")[2]
        self.root = self.root or local
        self._open.append(local)
        if len(self._open) > DEEPEST:
            raise _EnoughError(f"more than {DEEPEST} elements inside one another")
        if local in {"url", "sitemap"}:
            self._entry = {}
        self._text.clear()

    def _end(self, _: str) -> None:
        """End an element."""
        local = self._open.pop()
        kept = _KEPT.get((self._open[-1] if self._open else "", local))
        if kept:
            self._entry.setdefault(kept, "".join(self._text).strip()[:LONGEST_TEXT])
        elif local in {"url", "sitemap"}:
            self._add(self.links if local == "url" else self.sources)
        self._text.clear()

    def _add(self, entries: list[Link]) -> None:
        """Keep an entry that names an address."""
        entry = self._entry
        if not entry.get("loc"):
            return
        if len(self.links) + len(self.sources) >= MOST_LINKS:
            raise _EnoughError(*_too_many(MOST_LINKS + 1))
        published = moment(entry.get("published", ""))
        lastmod = moment(entry.get("lastmod", "")) or published
        title, language = entry.get("title") or None, entry.get("language") or None
        entries.append(Link(entry["loc"], lastmod, title, published, language))
