"""What is judged as one when languages are told inside a text: words, and runs of scripts without spaces."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from scraper.tagger.script import COLUMN, SCRIPTS, codes, table

MOST: Final = 20_000
"""Words looked at in one text; what follows belongs to the last of them."""

SPACELESS: Final = frozenset({"Bopo", "Hani", "Java", "Kana", "Khmr", "Laoo", "Mymr", "Thai", "Tibt"})
"""Scripts that do not part words by spaces."""

_WORD: Final = re.compile(r"\S+")

# Kana and Bopomofo stand among Chinese characters: they are one run with them.
_RUN: Final = np.array(
    [COLUMN["Hani"] if name in {"Kana", "Bopo"} else at for at, name in enumerate(SCRIPTS)], np.uint8
)
_SPACELESS_COLUMN: Final = np.isin(np.arange(len(SCRIPTS)), [COLUMN[name] for name in sorted(SPACELESS)])


def words(text: str) -> list[tuple[int, int]]:
    """First character and end of each word; a run of a script without spaces is a word of its own."""
    found: list[tuple[int, int]] = []
    for match in _WORD.finditer(text):
        found += [match.span()] if match[0].isascii() else _runs(match[0], match.start())
        if len(found) >= MOST:
            break
    return found


def _runs(word: str, start: int) -> Sequence[tuple[int, int]]:
    """Cut a word where a script without spaces begins or ends; what is no letter stays with the letters before it."""
    kinds = _RUN.take(table().take(codes([word])[0]))
    lettered = np.flatnonzero(kinds)
    before, after = kinds[lettered[:-1]], kinds[lettered[1:]]
    cuts = lettered[1:][(before != after) & (_SPACELESS_COLUMN.take(before) | _SPACELESS_COLUMN.take(after))]
    edges = [0, *_opened(word, cuts), len(word)]
    return [(start + first, start + last) for first, last in pairwise(edges)]


def _opened(word: str, cuts: NDArray[np.intp]) -> list[int]:
    """Move each cut before the opening brackets and quotation marks that stand there."""
    moved = []
    for cut in cuts.tolist():
        place = cut
        while word[place - 1] in "\"'“‘«„‚(（「『《〈【[":
            place -= 1
        moved.append(place)
    return moved
