"""What the learned judge sees of a page: numbers and names of every block, the same in training and at work."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from scraper.cleaner.features import matches, shape, structure, tongues, words
from scraper.cleaner.features.about import name_page
from scraper.cleaner.features.frame import Frame, frame
from scraper.cleaner.features.naming import name_elements
from scraper.cleaner.features.shape import Numbers
from scraper.cleaner.view import View

GROUPS: Mapping[str, tuple[str, ...]] = {
    "shape": shape.NAMES,
    "structure": structure.NAMES,
    "words": words.NAMES,
    "matches": matches.NAMES,
    "tongues": tongues.NAMES,
}
"""The columns of `Features.numbers` by kind of evidence, in order."""
COLUMNS: Mapping[str, int] = {
    name: column for column, name in enumerate(name for names in GROUPS.values() for name in names)
}
"""Place of each column."""


@dataclass(frozen=True, slots=True)
class Features:
    """A page as the learned judge sees it."""

    numbers: Numbers
    """What was measured, shape (blocks, columns)."""
    frame: Frame
    """Which elements hold which blocks."""
    names: Sequence[tuple[str, ...]]
    """What each element of the frame goes by."""
    words: Sequence[tuple[str, ...]]
    """The words of each short block."""
    page: tuple[str, ...]
    """What the page as a whole goes by."""

    def column(self, name: str) -> Numbers:
        """Return one column of the numbers by its name."""
        return self.numbers[:, COLUMNS[name]]


def measure_page(view: View, url: str | None) -> Features:
    """Return the features of a page with at least one block."""
    around = frame(view.tree, view.blocks)
    hidden = np.array([block.hidden for block in view.blocks])
    facts = shape.columns_of(view.facts)
    networks = [text in view.rulebook.networks for text in view.folded]
    numbers = (
        shape.measure_shape(view.blocks, facts),
        structure.measure_structure(view.tree, around, facts, hidden),
        words.measure_words(view.blocks, view.hits, networks, around),
        matches.measure_matches(view.tree, view.blocks, view.folded),
        tongues.measure_tongues(facts, view.tagged, view.main_language),
    )
    known = {text: words.short_words(text) for text in dict.fromkeys(view.folded)}
    return Features(
        np.concatenate(numbers, axis=1),
        around,
        name_elements(view.tree, around.nodes),
        [known[text] for text in view.folded],
        name_page(view.tree, url),
    )
