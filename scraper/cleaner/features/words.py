"""What a block's words announce: phrases of lexicons as categories, networks, dates, and the announcement above."""

import re
from collections.abc import Mapping, Sequence

import numpy as np

from scraper.cleaner.features.frame import Frame
from scraper.cleaner.features.shape import Numbers
from scraper.model.lexicon import Category
from scraper.model.segment import Block
from scraper.rules.phrases import Hit

_DATE = re.compile(
    r"\b(?:19|20)\d\d[-./年]\s?\d{1,2}|\b\d{1,2}[-./]\d{1,2}[-./](?:19|20)?\d\d\b|\b\d{1,2}:\d\d\b|\b\d{1,2}\.?\s\w+\.?,?\s(?:19|20)\d\d\b"
    r"|\b\w+\.?\s\d{1,2},?\s(?:19|20)\d\d\b"
)
_DIGITS = re.compile(r"\d\d")
_DATE_LINE = 90
_CATEGORIES = tuple(Category)
_COLUMN: Mapping[Category, int] = {category: column for column, category in enumerate(_CATEGORIES)}
_ANNOUNCING = (Category.RELATED, Category.SHARE, Category.COMMENT, Category.NEWSLETTER, Category.READ_MORE)
_REACH = 60
"""Blocks after an announcement that it may still hold for."""
_SHORT = 60
_FIRST_WORDS = 3

NAMES = (
    *(f"is_{category}" for category in _CATEGORIES),
    *(f"starts_{category}" for category in _CATEGORIES),
    *("network", "date"),
    *(f"under_{category}" for category in _ANNOUNCING),
    *(f"since_{category}" for category in _ANNOUNCING),
)
"""What each column is."""


def measure_words(
    blocks: Sequence[Block], hits: Sequence[tuple[Hit, ...]], networks: Sequence[bool], around: Frame
) -> Numbers:
    """Return one row a block, one column a name; all numbers 0 to 1."""
    table = np.zeros((len(blocks), len(NAMES)), dtype=np.float32)
    categories = len(_CATEGORIES)
    for index, (block, found) in enumerate(zip(blocks, hits, strict=True)):
        for hit in found:
            table[index, _COLUMN[hit.category] + (0 if hit.exact else categories)] = 1
        if len(block.text) < _DATE_LINE and has_date(block.text):
            table[index, 2 * categories + 1] = 1
    table[:, 2 * categories] = networks
    for column, category in enumerate(_ANNOUNCING, 2 * categories + 2):
        _announce(table, column, np.flatnonzero(table[:, _COLUMN[category]]).tolist(), around)
    return table


def has_date(text: str) -> bool:
    """Whether a day or a time of day stands in a text; all have two digits in a row, and few texts have these."""
    return _DIGITS.search(text) is not None and _DATE.search(text) is not None


def _announce(table: Numbers, column: int, headings: Sequence[int], around: Frame) -> None:
    """Enter what follows an announcement: inside the element around both, and how far ahead it stands."""
    for heading in headings:
        end = min(int(around.end[around.levels[heading, 2]]), heading + _REACH)
        table[heading + 1 : end, column] = 1
        further = table[heading + 1 : heading + _REACH, column + len(_ANNOUNCING)]
        further[:] = 1 - np.arange(len(further)) / _REACH


def short_words(folded: str) -> tuple[str, ...]:
    """Return the words by which a short label may be known: itself, its first three words and its last."""
    if not folded or len(folded) > _SHORT:
        return ()
    words = folded.split()
    found = [f"^{words[0]}", *words[1:_FIRST_WORDS], f"{words[-1]}$"]
    return (f"={folded}", *found) if len(words) > 1 else (f"={folded}",)
