"""What was found at a source, and the sieve every finding place shares: vetted, wanted, each page once."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Final

from scraper.addresses.key import key_of
from scraper.addresses.vetting import vet
from scraper.addresses.whatwg import Address, shown
from scraper.crawler.discover.moments import moment
from scraper.crawler.sources.patterns import wanted
from scraper.errors import AddressError
from scraper.model.page import FetchResult
from scraper.model.source import Source

AHEAD: Final = 86400.0
"""Seconds by which a stated time may lie in the future; beyond it is taken for a mistake and left out."""


@dataclass(frozen=True, slots=True)
class Link:
    """An address somebody named, with what was said of it. Times are Unix seconds in UTC."""

    href: str
    """The address, as written or, once sieved, normalised and without fragment."""
    lastmod: float | None = None
    """When the page behind it is said to have changed last."""
    title: str | None = None
    """Its title, or the words of the link."""
    published: float | None = None
    """When it is said to have been published."""
    language: str | None = None
    """Language tag as written there."""
    address: Address | None = field(default=None, compare=False, repr=False)
    """The address taken apart, once that was done: pages have hundreds of links."""


@dataclass(frozen=True, slots=True)
class Offers:
    """What a document offers, before anything is sieved."""

    links: tuple[Link, ...] = ()
    """Pages."""
    sources: tuple[Link, ...] = ()
    """Further documents of the same kind: sitemaps of an index, the next page of a section."""
    findings: tuple[str, ...] = ()
    """What is wrong with the document, in words."""
    base: str | None = None
    """What relative addresses in it are relative to, where it says so itself."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a round takes from a document."""

    links: tuple[Link, ...] = ()
    """Pages: normalised, wanted, each once, in the order of the document."""
    sources: tuple[Link, ...] = ()
    """Further documents to read in the same way, each once."""
    findings: tuple[str, ...] = ()
    """What was wrong, in words; the rest was found all the same."""


def sieve(source: Source, offers: Offers, result: FetchResult) -> Found:
    """Return what a source wants of what a document offers."""
    base = offers.base or address_of(result)
    latest = moment(result.fetched_at or "")
    links, lost = _vetted(offers.links, base)
    sources, _ = _vetted(offers.sources, base)
    pages = tuple(_believed(link, latest) for link in links if wanted(source, link.href))
    words = (f"{len(lost)} addresses are none to fetch, the first: {lost[0]}",) if lost else ()
    return Found(pages, tuple(_believed(link, latest) for link in sources), (*offers.findings, *words))


def address_of(result: FetchResult) -> str | None:
    """Return the address a document came from, after redirects."""
    return result.http.url if result.http else result.url


def _vetted(links: Iterable[Link], base: str | None) -> tuple[list[Link], list[str]]:
    """Return the links with their addresses normalised, each page once, and those that have none to fetch."""
    found: dict[str, Link] = {}
    lost = []
    for link in links:
        try:
            address = link.address or vet(link.href, base)
        except AddressError:
            lost.append(shown(link.href))
            continue
        key = key_of(address)
        if key not in found:
            found[key] = replace(link, href=address.document, address=address)
    return list(found.values()), lost


def _believed(link: Link, latest: float | None) -> Link:
    """Return a link without times that had not come when the document was fetched: they would make it due for ever."""
    if latest is None or (link.lastmod is None and link.published is None):
        return link
    lastmod, published = (
        time if time is None or time <= latest + AHEAD else None for time in (link.lastmod, link.published)
    )
    return replace(link, lastmod=lastmod, published=published)
