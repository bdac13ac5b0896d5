"""Stories that a page renders two or three times: one rendering is told, the others stay as segments with a reason."""

from collections import defaultdict
from collections.abc import Sequence, Set

import numpy as np

from scraper.cleaner.roles.decode import Flags, Floats
from scraper.model.segment import Block

_LONG = 60
"""Bytes of UTF-8 from which the same text twice is no coincidence; a Chinese character, which says more, has three."""
_AROUND = 3
"""Blocks to each side that say how well a copy hangs together with the rest of the story."""
_TOGETHER = 0.2
"""How much likelier company must be elsewhere for a rendering to be left in the middle of its story."""
_STORY = 0.1
"""Probability of being told from which a block's copies matter: that from which it may be told at all."""


def told_twice(blocks: Sequence[Block], told: Floats) -> Flags:
    """Return which blocks are copies of a likelier one: the same long text, in a less likely place."""
    copies: Flags = np.zeros(len(blocks), dtype=bool)
    places: dict[str, list[int]] = defaultdict(list)
    for index, text in enumerate([block.text for block in blocks]):
        if len(text) >= _LONG or (not text.isascii() and len(text.encode("utf-8", "surrogatepass")) >= _LONG):
            places[text].append(index)
    kept: set[int] = set()
    for found in places.values():
        if len(found) > 1 and told[found].max() >= _STORY:
            worths = {index: _company(told, index) + _TOGETHER * _goes_on(kept, index) for index in found}
            best = max(worths, key=worths.__getitem__)
            kept.add(best)
            copies[[index for index in found if index != best]] = True
    return copies


def _company(told: Floats, index: int) -> float:
    """Return how likely the blocks around one are told, itself included; to four digits, so that equal is equal."""
    return round(float(told[max(0, index - _AROUND) : index + _AROUND + 1].mean()), 4)


def _goes_on(kept: Set[int], index: int) -> bool:
    """Whether a block shortly before this one is the rendering of its text that stays."""
    return not kept.isdisjoint(range(index - _AROUND, index))
