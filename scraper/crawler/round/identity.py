"""Under which address a page is remembered: two addresses of one story give one record."""

import asyncio
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from scraper.addresses.canonical import plausible
from scraper.addresses.key import dedup_key, host_key
from scraper.addresses.whatwg import parse
from scraper.crawler.memory import Memory
from scraper.model.page import FetchResult
from scraper.model.visit import Visit

_CLAIMS = 10_000
"""Addresses that are remembered here until the memory surely knows them."""


@dataclass(frozen=True, slots=True)
class Identity:
    """What a page is remembered as."""

    key: str
    """Key of its address."""
    href: str
    """The address."""
    host: str
    """Its host."""
    moved: bool = False
    """Whether permanent redirects led there."""
    taken: bool = False
    """Whether its story was delivered under that address already, or is just being."""
    sure: bool = True
    """Whether that has come to a good end."""


class Identities:
    """Knows which addresses are being worked on, and asks the memory for the others."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._busy: set[str] = set()
        self._claimed: OrderedDict[str, None] = OrderedDict()

    @contextmanager
    def at_work(self, key: str) -> Iterator[None]:
        """Note that an address is worked on in the block."""
        self._busy.add(key)
        try:
            yield
        finally:
            self._busy.discard(key)

    async def of(self, visit: Visit, result: FetchResult, canonical: str | None) -> Identity:
        """Return what a page is remembered as, after the address it names as its own and permanent redirects.

        One that is not taken is claimed for the caller, which delivers it.
        """
        own = own_address(visit, result, canonical)
        if own.key == visit.key:
            return own
        if own.key in self._claimed:
            return replace(own, taken=True)
        if own.key in self._busy:
            return replace(own, taken=True, sure=False)
        self.claim(own.key)
        known = await asyncio.to_thread(self._memory.visit, own.key)
        return replace(own, taken=known is not None and known.revision > 0)

    def claim(self, key: str) -> None:
        """Note that a story is delivered under an address."""
        self._claimed[key] = None
        if len(self._claimed) > _CLAIMS:
            self._claimed.popitem(last=False)


def own_address(visit: Visit, result: FetchResult, canonical: str | None) -> Identity:
    """Return the address a page has by its permanent redirects and its own word, where that is plausible."""
    moved = result.moved
    at = moved or visit.href
    named = plausible(result.url or at, canonical) if canonical else None
    href = named or at
    key = dedup_key(href)
    if key == visit.key:
        return Identity(visit.key, visit.href, visit.host)
    return Identity(
        key, href, host_key(parse(href)), moved=named is None or (moved is not None and key == dedup_key(moved))
    )
