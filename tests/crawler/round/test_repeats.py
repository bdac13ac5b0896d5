"""What is at hand of a host's texts."""

import asyncio
from collections import Counter

from scraper.crawler.round import repeats
from scraper.crawler.round.repeats import HOSTS, PAGES, Repeats, unpack
from scraper.model.site_memory import SiteMemory


class Known:
    """A memory in which every host has had seven pages."""

    def __init__(self, pages: int = 7) -> None:
        self.asked: Counter[str] = Counter()
        self.pages = pages

    def pages_of(self, host: str) -> int:
        """Count the question."""
        self.asked[host] += 1
        return self.pages

    def segments_of(self, host: str) -> dict[int, int]:
        """Return one text."""
        return {len(host): 3}


def test_memory_is_read_again_after_some_pages() -> None:
    """A host's texts are read once for so many pages, and then again."""
    known = Known()

    async def inside() -> bytes:
        at_hand = Repeats(known)  # type: ignore[arg-type]
        return [await at_hand.of("h.example") for _ in range(PAGES + 1)][-1]

    assert unpack(asyncio.run(inside()), revisited=True) == SiteMemory(7, {9: 3}, revisited=True)
    assert known.asked["h.example"] == 2


def test_few_hosts_are_at_hand() -> None:
    """However many hosts are asked about, only so many are kept."""
    known = Known(0)

    async def inside() -> int:
        at_hand = Repeats(known)  # type: ignore[arg-type]
        for number in range(HOSTS + 50):
            assert unpack(await at_hand.of(f"h{number}"), revisited=False) is None
        return len(at_hand._kept)

    assert asyncio.run(inside()) == HOSTS
    assert repeats.PAGES > 0
