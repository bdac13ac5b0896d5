"""Feeds: RSS, Atom and JSON Feed; the only file that knows feedparser.

feedparser never sees the document as it came: `slim` leaves out what is not needed, so that no feed takes long, and a
broken one is shown to it only by its beginning. It is handed a stream, for a text it might take for a file or an
address and open that.
"""

import calendar
import io
import re
import time
from collections.abc import Mapping
from typing import Any, Final

import feedparser

from scraper.cleaner.charset.settle import settle
from scraper.crawler.discover.found import Link, Offers, address_of
from scraper.crawler.discover.json_feed import is_json, read_json_feed
from scraper.crawler.discover.slim import MOST_ENTRIES, Slim, mended
from scraper.model.page import FetchResult

MOST_BYTES: Final = 20 << 20
"""Bytes of a feed that are read."""
BROKEN: Final = 64 << 10
"""Characters of a broken feed that are looked at without the help of its markup."""
MENDED: Final = 4 << 20
"""Characters of a broken feed that are put right and read again."""

_ROOTS = frozenset({"rss", "RDF", "feed"})
_BLANKS = re.compile(r"\s{2,}")

_Entry = Mapping[str, Any]


def read_feed(result: FetchResult) -> Offers:
    """Return what a feed offers; whatever is wrong with it is a finding."""
    body = result.body
    text = body if isinstance(body, str) else settle(body[:MOST_BYTES], _content_type(result))[1]
    text = text.strip("\ufeff \t\r\n")
    if is_json(text):
        return read_json_feed(text)
    slim = Slim(text)
    if not slim.finding and slim.root in _ROOTS:
        return _parsed(slim.text, result)
    if not slim.finding:
        return Offers(findings=(f"no feed: its outermost element is {slim.root!r}",))
    return _best_of(slim, text, result)


def _best_of(slim: Slim, text: str, result: FetchResult) -> Offers:
    """Return the most that can be had from a feed that is not whole, not well-formed, or beyond a bound."""
    readings = [slim] if slim.refused else [Slim(mended(text[:MENDED])), slim]
    texts = [reading.text for reading in readings if reading.root in _ROOTS]
    if not slim.refused:
        texts.append(_BLANKS.sub(" ", text[:BROKEN]))
    offers = [_parsed(found, result) for found in dict.fromkeys(texts)]
    best = max(offers, key=lambda offer: len(offer.links), default=Offers())
    finding = slim.finding if best.links else f"no feed: {slim.finding}"
    return Offers(best.links, findings=(finding,))


def _parsed(text: str, result: FetchResult) -> Offers:
    """Return what feedparser finds in a document."""
    headers = {"content-type": "application/xml; charset=utf-8", "content-location": address_of(result) or ""}
    try:
        parsed = feedparser.parse(
            io.BytesIO(text.encode("utf-8", "replace")),
            response_headers=headers,
            resolve_relative_uris=False,
            sanitize_html=False,
        )
    except (ValueError, LookupError, AttributeError, TypeError, AssertionError, RecursionError) as error:
        # It is written in good faith, and a feed need not be.
        return Offers(findings=(f"the feed cannot be read: {type(error).__name__}",))
    language = _text(parsed.feed, "language")
    links = (_link(entry, language) for entry in parsed.entries[:MOST_ENTRIES])
    return Offers(tuple(link for link in links if link))


def _link(entry: _Entry, language: str | None) -> Link | None:
    """Return the page of an entry; None where it names none."""
    href = _text(entry, "feedburner_origlink") or _text(entry, "pheedo_origlink") or _text(entry, "link")
    href = href or next((_text(link, "href") for link in entry.get("links", ()) if _text(link, "href")), None)
    name = _text(entry, "id") or ""
    if href is None and name.startswith(("http://", "https://")):
        href = name
    if href is None:
        return None
    published = _seconds(entry, "published_parsed") or _seconds(entry, "created_parsed")
    updated = _seconds(entry, "updated_parsed")
    lastmod = max((moment for moment in (published, updated) if moment is not None), default=None)
    return Link(href, lastmod, _text(entry, "title"), published, _text(entry, "language") or language)


def _text(entry: _Entry, name: str) -> str | None:
    """Return a field that is a text, None where there is none."""
    # The look-up of feedparser's own mapping answers with other fields where one is missing: a plain one does not.
    value = dict(entry).get(name)
    return value.strip() or None if isinstance(value, str) else None


def _seconds(entry: _Entry, name: str) -> float | None:
    """Return a field that is a time in UTC as Unix seconds."""
    value = dict(entry).get(name)
    if not isinstance(value, time.struct_time):
        return None
    try:
        return float(calendar.timegm(value))
    except (ValueError, OverflowError):
        return None


def _content_type(result: FetchResult) -> str | None:
    """Return the `Content-Type` of an answer."""
    return result.http.content_type if result.http else None
