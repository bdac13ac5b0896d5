"""The kinds of sources, one reader each."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from scraper.crawler.discover.addresses import read_addresses
from scraper.crawler.discover.feed import read_feed
from scraper.crawler.discover.found import Found, Link, Offers, sieve
from scraper.crawler.discover.section import read_section
from scraper.crawler.discover.sitemap import is_feed, read_sitemap
from scraper.model.page import FetchResult
from scraper.model.source import Kind, Source

NESTED: Final = 3
"""Indexes of sitemaps inside one another that are followed."""


def discover(source: Source, result: FetchResult, hops: int = 0) -> Found:
    """Return what a document of a source names; whatever is wrong with it is a finding, never an error.

    `hops`: documents passed through on the way to this one, from the source's own address: an index of sitemaps,
    earlier pages of a section. Where the source allows no more of them, no further documents are named.
    """
    offers = _READERS[source.kind](source, result)
    if hops >= _hops(source):
        offers = replace(offers, sources=())
    return sieve(source, offers, result)


def list_links(source: Source) -> Found:
    """Return the pages a list names in the sources file itself."""
    offers = Offers(tuple(Link(href) for href in source.addresses))
    return sieve(source, offers, FetchResult(source.name, b""))


def _hops(source: Source) -> int:
    """Return how many documents may follow one another."""
    return source.next_pages if source.kind is Kind.SECTION else NESTED


def _feed(_: Source, result: FetchResult) -> Offers:
    """Read a feed."""
    return read_feed(result)


def _sitemap(_: Source, result: FetchResult) -> Offers:
    """Read a sitemap; the protocol lets a feed stand in for one."""
    body = _bytes(result)
    return read_feed(result) if is_feed(body) else read_sitemap(body)


def _list(_: Source, result: FetchResult) -> Offers:
    """Read a list of addresses."""
    return read_addresses(_bytes(result))


def _bytes(result: FetchResult) -> bytes:
    """Return the body of an answer as bytes."""
    return result.body if isinstance(result.body, bytes) else result.body.encode("utf-8", "replace")


_READERS: Mapping[Kind, Callable[[Source, FetchResult], Offers]] = {
    Kind.FEED: _feed,
    Kind.SITEMAP: _sitemap,
    Kind.SECTION: read_section,
    Kind.LIST: _list,
}
