"""How often sequences of one to three letters stand in a text: what a profile of a language is made of."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

LONGEST: Final = 3
"""Characters of the longest sequence that is counted."""

# Letters that langdetect counted together: Vietnamese vowels with two marks, two forms of Romanian letters, Farsi yeh.
FOLDED: Final[Mapping[int, int]] = MappingProxyType(
    {**dict.fromkeys(range(0x1EA0, 0x1F00), 0x1EC3), 0x0219: 0x015F, 0x021B: 0x0163, 0x06CC: 0x064A}
)
"""Code points that are counted as another one."""

# A sign that carries a vowel is part of its word, though for Python's patterns it is no letter.
_WORD: Final = re.compile(r"(?:[^\W\d_][\u0300-\u036f\u0900-\u0903\u093a-\u094f\u064b-\u0652]*)+")


def count(texts: Iterable[str]) -> Counter[str]:
    """Times of every sequence in texts of small letters; a word has a space before and after it."""
    words: Counter[str] = Counter()
    for text in texts:
        words.update(_WORD.findall(text.translate(FOLDED)))
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
