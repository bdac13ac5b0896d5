"""JSON Feed, versions 1 and 1.1 (https://www.jsonfeed.org/version/1.1/)."""

import json
from collections.abc import Mapping
from typing import Final

from scraper.crawler.discover.found import Link, Offers
from scraper.crawler.discover.moments import moment

MOST_ITEMS: Final = 10_000
"""Items of a feed that are read."""

_VERSION = "jsonfeed.org/version/"


def is_json(text: str) -> bool:
    """Whether a document can only be JSON."""
    return text.startswith(("{", "["))


def read_json_feed(text: str) -> Offers:
    """Return what a JSON Feed offers; whatever is wrong with it is a finding."""
    try:
        feed = json.loads(text)
    except (ValueError, RecursionError) as error:
        return Offers(findings=(f"no JSON that can be read: {error}"[:200],))
    if not isinstance(feed, dict) or _VERSION not in str(feed.get("version")):
        return Offers(findings=("JSON, but no JSON Feed: it names no version",))
    items = feed.get("items")
    if not isinstance(items, list):
        return Offers(findings=("a JSON Feed without items",))
    language = _text(feed, "language")
    links = (_link(item, language) for item in items[:MOST_ITEMS] if isinstance(item, dict))
    findings = (f"more than {MOST_ITEMS} items; the rest was not read",) if len(items) > MOST_ITEMS else ()
    return Offers(tuple(link for link in links if link), findings=findings)


def _link(item: Mapping[str, object], language: str | None) -> Link | None:
    """Return the page of an item; None where it names none."""
    name = _text(item, "id") or ""
    href = _text(item, "url") or _text(item, "external_url") or (name if name.startswith("http") else None)
    if href is None:
        return None
    published = moment(_text(item, "date_published") or "")
    lastmod = moment(_text(item, "date_modified") or "") or published
    return Link(href, lastmod, _text(item, "title"), published, _text(item, "language") or language)


def _text(table: Mapping[str, object], name: str) -> str | None:
    """Return a field that is a text, None where there is none."""
    value = table.get(name)
    return value.strip() or None if isinstance(value, str) else None
