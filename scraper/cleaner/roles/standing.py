"""Text that stands on many pages of a host: the site's own, and no part of what one page tells.

Every page that a text was seen on before makes it less likely to be told: the odds of being told fall by a factor for
each doubling of the number of pages. Factors were chosen near what logistic regression gives on 600 pages of 115 sites
whose judge had seen none of them; long texts repeat by chance less often than short ones.

A page most of whose story was seen before is the same story at another address (a print view, an update, the next page
of a gallery): there memory says nothing, or a story that is published twice would lose its text.
"""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.roles.decode import ROLES, Belief, Floats
from scraper.model.document import Document
from scraper.model.segment import Role
from scraper.model.site_memory import SiteMemory

_DIGITS: Final = re.compile(r"\d+")
_BYTES = (30, 90)
"""Bytes of UTF-8 from which a text is of middle length, and long."""
_FALL: Final = np.array([-0.6, -1.0, -1.5])
"""What a doubling of the pages adds to the log-odds of being told: for short, middle and long texts."""
_OWN: Final = tuple(map(ROLES.index, (Role.TITLE, Role.BODY, Role.CAPTION)))
"""Columns of the roles that a text has on one page only."""
_SAME_STORY = 0.5
"""Share of what is likely told from which the page is one that was seen before."""

ENTRIES_RECUR: Final = frozenset({"collection", "listing"})
"""Sorts of page whose story is a choice of things that stand on neighbouring pages too: nothing follows from that."""

Counts = NDArray[np.int64]


def text_hash(text: str) -> int:
    """Return the number under which a text is remembered: 63 bits, the same for other numbers, spaces and capitals.

    Numbers are levelled because dates, counts of comments and prices change where the text around them stands still.
    """
    level = _DIGITS.sub("0", " ".join(text.lower().split()))
    digest = hashlib.blake2b(level.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1


def segment_hashes(record: Document) -> frozenset[int]:
    """Return what is to be remembered of a page: the number of each of its texts, once."""
    return frozenset(text_hash(segment.text) for segment in record.segments)


def pages_with(texts: Sequence[str], memory: SiteMemory | None) -> Counts:
    """Return on how many other pages of the host each text was seen, shape (texts,); without memory on none."""
    if memory is None:
        return np.zeros(len(texts), dtype=np.int64)
    found = np.array([memory.seen.get(text_hash(text), 0) for text in texts], dtype=np.int64)
    # What a page says again was seen on its own earlier state, and that is no other page.
    return np.maximum(0, found - 1) if memory.revisited else found


def doubted(belief: Belief, texts: Sequence[str], pages: Counts) -> Belief:
    """Return what is believed of each block now that it is known on how many other pages its text stands."""
    mass = belief.told * belief.sizes
    if not pages.any() or mass[pages > 0].sum() > _SAME_STORY * mass.sum():
        return belief
    lengths = np.searchsorted(_BYTES, [len(text.encode("utf-8", "surrogatepass")) for text in texts], side="right")
    fall = _FALL[lengths] * np.log2(1.0 + pages)
    told = np.clip(belief.told, 1e-6, 1 - 1e-6)
    odds = np.log(told / (1 - told)) + fall
    roles = belief.roles.copy()
    # What is no story is no picture's caption and no headline either; a byline may stand on every page of its author.
    roles[:, list(_OWN)] *= np.exp(fall)[:, None]
    roles /= roles.sum(axis=1, keepdims=True)
    less: Floats = np.where(pages > 0, 1 / (1 + np.exp(-odds)), belief.told)
    return replace(belief, told=less, roles=np.where((pages > 0)[:, None], roles, belief.roles))
