"""The measure of a story: how far two texts are the same bag of tokens.

A token is a run of letters, digits and underscores in lower case; of scripts that are written without spaces
(Chinese, Japanese, Thai) every character is one. Order does not count, number does.
"""

import re
from collections import Counter
from dataclasses import dataclass

# Thai; kana; Han with its extensions and compatibility forms.
_UNSPACED = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_TOKEN = re.compile(rf"[{_UNSPACED}]|[^\W{_UNSPACED}]+")
_OTHERS = re.compile(rf"[^{_UNSPACED}]+")


@dataclass(frozen=True, slots=True)
class Overlap:
    """How far a text that was found is the text that was wanted; all numbers 0 to 1."""

    f1: float
    """Harmonic mean of the other two."""
    precision: float
    """Share of the found tokens that were wanted."""
    recall: float
    """Share of the wanted tokens that were found."""


def bag(text: str) -> Counter[str]:
    """Return the tokens of a text with their numbers."""
    return Counter(_TOKEN.findall(text.lower()))


def is_unspaced(text: str) -> bool:
    """Whether most of a text's characters are of scripts that are written without spaces."""
    return 2 * len(_OTHERS.sub("", text)) > len(text)


def overlap(wanted: Counter[str], found: Counter[str]) -> Overlap:
    """Compare two bags; nothing in common, or nothing at all on one side, is 0."""
    shared = (wanted & found).total()
    if not shared:
        return Overlap(0.0, 0.0, 0.0)
    precision, recall = shared / found.total(), shared / wanted.total()
    return Overlap(2 * precision * recall / (precision + recall), precision, recall)
