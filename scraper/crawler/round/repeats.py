"""What the memory knows of a host's texts, at hand for its next pages.

Reading it for every page would cost more than it tells: it is read again when the host has had some more pages. It is
kept packed, as workers are sent it.
"""

import asyncio
import pickle
from collections import OrderedDict
from dataclasses import dataclass, replace
from typing import cast

from scraper.crawler.memory import Memory
from scraper.model.site_memory import SiteMemory

HOSTS = 256
"""Hosts that are kept at hand."""

PAGES = 16
"""Pages of a host after which its texts are read again."""


@dataclass(slots=True)
class _Kept:
    packed: bytes
    left: int = PAGES


class Repeats:
    """Answers what stands on the pages of a host."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._kept: OrderedDict[str, _Kept] = OrderedDict()

    async def of(self, host: str) -> bytes:
        """Return what is known of a host's texts, for `unpack`."""
        kept = self._kept.get(host)
        if kept is None or kept.left <= 0:
            kept = self._kept[host] = _Kept(await asyncio.to_thread(self._read, host))
        kept.left -= 1
        self._kept.move_to_end(host)
        if len(self._kept) > HOSTS:
            self._kept.popitem(last=False)
        return kept.packed

    def _read(self, host: str) -> bytes:
        known = SiteMemory(self._memory.pages_of(host), dict(self._memory.segments_of(host)))
        return pickle.dumps(known, pickle.HIGHEST_PROTOCOL)


def unpack(packed: bytes, *, revisited: bool) -> SiteMemory | None:
    """Return the memory of a host, None where it knows of no page; `revisited`: this page is one of those it knows."""
    known = cast("SiteMemory", pickle.loads(packed))  # noqa: S301 - packed by this very crawl
    return replace(known, revisited=revisited) if known.pages else None
