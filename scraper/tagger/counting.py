"""How often sequences of one to three letters stand in a text: what a profile of a language is made of."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

import numpy as np
from numpy.typing import NDArray

LONGEST: Final = 3
"""Characters of the longest sequence that is counted."""


@dataclass(frozen=True, slots=True)
class Scale:
    """The numbers that turn shares into scores; tuned on development pages and word lists."""

    weights: tuple[float, float, float] = (0.5, 1.0, 1.0)
    """Weight of the logarithm of sequences of one, two and three characters."""
    smoothing: tuple[float, float, float] = (0.5e-4, 0.1e-4, 0.1e-4)
    """Share added to that of every sequence of one, two and three characters."""


SCALE: Final = Scale()
"""The numbers in use."""

# Letters that langdetect counted together: Vietnamese vowels with two marks, two forms of Romanian letters, Farsi yeh.
FOLDED: Final[Mapping[int, int]] = MappingProxyType(
    {**dict.fromkeys(range(0x1EA0, 0x1F00), 0x1EC3), 0x0219: 0x015F, 0x021B: 0x0163, 0x06CC: 0x064A}
)
"""Code points that are counted as another one."""

# A sign that carries a vowel is part of its word, though for Python's patterns it is no letter.
WORD: Final = re.compile(r"(?:[^\W\d_][\u0300-\u036f\u0900-\u0903\u093a-\u094f\u064b-\u0652]*)+")
"""A word as it is counted."""


def count(texts: Iterable[str]) -> Counter[str]:
    """Return the times of every sequence in texts of small letters; a word has a space before and after it."""
    words: Counter[str] = Counter()
    for text in texts:
        words.update(WORD.findall(text.translate(FOLDED)))
    found: Counter[str] = Counter()
    for word, times in words.items():
        padded = f" {word} "
        for size in range(1, LONGEST + 1):
            for at in range(len(padded) - size + 1):
                found[padded[at : at + size]] += times
    del found[" "]
    return found


def shares(counts: Mapping[str, int]) -> dict[str, float]:
    """Share of every sequence among those of its length."""
    totals: Counter[int] = Counter()
    for gram, times in counts.items():
        totals[len(gram)] += times
    return {gram: times / totals[len(gram)] for gram, times in counts.items()}


def scores(found: Mapping[str, NDArray[np.float64]], gram: str, columns: int) -> NDArray[np.float64]:
    """Return how well each language explains the sequence and its own endings: weighted logarithms, at most 0.

    `found` holds the shares of the `columns` languages by sequence.
    """
    score = np.zeros(columns)
    nothing = np.zeros(columns)
    for size in range(1, len(gram) + 1):
        ending = gram[-size:]
        if ending != " ":
            share = found.get(ending, nothing)
            score += SCALE.weights[size - 1] * np.log(share + SCALE.smoothing[size - 1])
    return score
