"""The page as evidence: which languages it is written in, learnt from all its texts together.

A short text alone seldom tells its language; a page has few languages. So the page is taken as a
mixture: weights of languages are guessed from what the page declares and from what the web is mostly
written in, then improved three times by what the texts say under the last guess (expectation and
maximisation). No text is too short to disagree with its page, it only needs letters that say so.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from scraper.tagger.languages import RARE


@dataclass(frozen=True, slots=True)
class Knobs:
    """The scalars of the mixture, tuned on development pages."""

    temperature: float = 0.2
    """What one unit of likelihood is worth: neighbouring sequences overlap, so that their sum says too much."""
    lone: float = 0.6
    """What is left of it for a text of one word: menus borrow words, and a loan word has the language of its page."""
    declared: float = 10.0
    """Letters that the declared language of the page is worth."""
    english: float = 0.1
    """Letters that English is worth before anything is read."""
    abroad: float = 20.0
    """The same on a page that is mostly in another script: what stands in Latin letters there is mostly English."""
    any_language: float = 0.2
    """Letters that every language is worth."""
    rare: float = 0.05
    """Letters that a language of few pages is worth."""
    most_letters: int = 120
    """Letters that one text counts for at most, so that one long text does not hide the others."""
    doubt: float = 40.0
    """Letters taken from what the texts say for every language: a little of each is in every short word."""
    rounds: int = 3
    """Times that the weights are improved."""
    floor: float = 1e-3
    """Smallest weight of a language."""


KNOBS: Final = Knobs()
"""The scalars in use."""


def prior(tags: Sequence[str], declared: str, knobs: Knobs = KNOBS, *, abroad: bool = False) -> NDArray[np.float64]:
    """Letters that each language is worth before the page is read; `declared` is a canonical tag or `und`.

    `abroad` says that most of the page is in another script than these languages.
    """
    worth = {"en": knobs.abroad if abroad else knobs.english}
    worth[declared] = worth.get(declared, 0.0) + knobs.declared
    return np.array([(knobs.rare if tag in RARE else knobs.any_language) + worth.get(tag, 0.0) for tag in tags])


def odds(penalties: NDArray[np.float64], texts: Sequence[str], knobs: Knobs = KNOBS) -> NDArray[np.float64]:
    """Return what the letters of each cleaned text say against each language, in log-odds; 0 for the best."""
    # A text that stands alone on its page borrows from nobody.
    lone = [len(texts) > 1 and " " not in text.strip() for text in texts]
    return penalties * np.where(lone, knobs.lone * knobs.temperature, knobs.temperature)[:, None]


def posteriors(
    against: NDArray[np.float64],
    letters: NDArray[np.int64],
    before: NDArray[np.float64],
    *,
    repeats: NDArray[np.int64] | int = 1,
    knobs: Knobs = KNOBS,
) -> NDArray[np.float64]:
    """Probability of each language for each text, shape (texts, languages).

    `against` as from `odds`, 0 for the best; `letters` of each text; `before` the letters each language is worth;
    `repeats` how often each text stands on the page.
    """
    # The best language of each text has no penalty, so that no row of powers is all zero. They are taken once:
    # what a round changes is one weight a language, and both sums over a table are products with a vector.
    powers = np.exp(-against)
    masses = np.minimum(letters, knobs.most_letters) * repeats
    weights = before / before.sum()
    for _ in range(knobs.rounds):
        heard = (masses / (powers @ weights)) @ powers * weights
        mass = before + np.maximum(heard - knobs.doubt, 0.0)
        weights = np.maximum(mass / mass.sum(), knobs.floor)
        weights /= weights.sum()
    powers *= weights
    powers /= powers.sum(axis=1, keepdims=True)
    return powers
