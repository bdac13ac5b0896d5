"""From the links that were found to addresses the memory may keep. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

from scraper.addresses.key import host_key, key_of
from scraper.addresses.traps import Bounds, trap_of
from scraper.addresses.vetting import vet
from scraper.crawler.discover import Link
from scraper.errors import AddressError
from scraper.model.visit import Candidate

_BOUNDS = Bounds()


@dataclass(frozen=True, slots=True)
class Find:
    """Where and when links were found."""

    source: str
    """Name of the source."""
    depth: int
    """Links between the source and what was found."""
    now: float
    """When, Unix seconds."""
    due: float
    """When what is new is due."""
    linked: bool
    """Whether pages link to it (traps are made of links), or a feed, sitemap or list names it."""


def candidates(links: Iterable[Link], find: Find) -> list[Candidate]:
    """Return what may be fetched of the links, each page once; what is no address, or a trap, is left out."""
    found: dict[str, Candidate] = {}
    for link in links:
        candidate = _candidate(link, find)
        if candidate is not None:
            found.setdefault(candidate.key, candidate)
    return [*found.values()]


def _candidate(link: Link, find: Find) -> Candidate | None:
    try:
        address = link.address or vet(link.href)
    except AddressError:
        return None
    if find.linked and trap_of(address, _BOUNDS, find.now) is not None:
        return None
    # A change in the future has not happened; some sites write it on all pages, for ever.
    changed = link.lastmod if link.lastmod is not None and link.lastmod <= find.now else None
    return Candidate(key_of(address), address.document, host_key(address), find.source, find.depth, find.due, changed)
