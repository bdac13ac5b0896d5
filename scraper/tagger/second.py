"""A second opinion: another detector is heard on the texts that the first one is not sure of.

Both are witnesses, so their evidence multiplies, but witnesses of the same few letters: the second counts for less
than it would alone. The page's weights are in the first one's probabilities already. The second has no say on a
language that it cannot name: its odds among the others are weighed, and where the first one's answer is none of
them, that answer stays.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from scraper.tagger.detectors import Detector

DOUBTFUL: Final = 0.95
"""Texts whose best language is less likely than this are asked about again."""
WORTH: Final = 0.3
"""What is left of the second one's evidence. More is better for single lines (to 1) and worse for names on pages."""


def reconsider(
    chances: NDArray[np.float64], texts: Sequence[str], script: str, tags: tuple[str, ...], second: Detector
) -> NDArray[np.float64]:
    """Return the probabilities, shape (texts, tags), with the second detector's opinion on doubtful texts in them."""
    named = second.languages().get(script, ())
    common = [column for column, tag in enumerate(tags) if tag in named]
    best = chances.argmax(axis=1)
    doubtful = np.flatnonzero((chances.max(axis=1, initial=0.0) < DOUBTFUL) & np.isin(best, common))
    if len(common) < 2 or not len(doubtful):
        return chances
    asked = second.penalties([texts[at] for at in doubtful.tolist()], script, tuple(tags[at] for at in common))
    place = np.ix_(doubtful, np.array(common))
    # What the languages in common had together they share out anew; those the second cannot name keep theirs.
    before = chances[place].sum(axis=1, keepdims=True)
    heard = chances[place] * np.exp(-WORTH * second.temperature * asked)
    after = chances.copy()
    after[place] = heard / heard.sum(axis=1, keepdims=True) * before
    return after
