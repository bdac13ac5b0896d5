"""What can be measured of a block alone: its size in every script, its sentences, its links.

All blocks of a page are measured in one pass: their texts become one array of code points, a table says what each is.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from scraper.model.segment import Block

_SPACE, _DENSE, _STOP, _FULL_STOP, _CLOSER = range(1, 6)
# One character of these scripts says about as much as two and a half of an alphabet: Thai, Lao, Burmese, Khmer, kana,
# Chinese characters, Hangul.
DENSE_RANGES = (
    (0x0E00, 0x0EFF),
    (0x1000, 0x109F),
    (0x1780, 0x17FF),
    (0x3040, 0x30FF),
    (0x3400, 0x9FFF),
    (0xAC00, 0xD7AF),
    (0xF900, 0xFAFF),
)
DENSITY = 1.5
"""What a dense character counts beside the one that it is."""
# Ends of sentences: Latin, Greek, Armenian, Arabic, Urdu, Devanagari, Burmese, Khmer, Ethiopic, full width.
_STOPS = ".!?\u2026\u037e\u0589\u061f\u06d4\u0964\u0965\u104b\u17d4\u1362\uff0e"
# These end a sentence whatever follows: scripts that use them put no space behind.
_FULL_STOPS = "\u3002\uff01\uff1f"
_CLOSERS = "\"'\u201d\u2019\u00bb\u300d\u300f)]"
_RUNNING = 80.0
_SURELY_RUNNING = 200.0
_LAST = 0xFFFF


class Facts(NamedTuple):
    """Measures of one block."""

    size: float
    """Characters without white space, those of dense scripts (Chinese, Thai …) counted two and a half times."""
    sentences: int
    """Ends of sentences of any script."""
    linked: float
    """Share of the characters that stand inside links, 0 to 1."""
    reads: bool
    """Whether it is running text: long enough, with sentences, not mostly links."""


def measure(blocks: Sequence[Block]) -> list[Facts]:
    """Return the facts of each block, in order."""
    if not blocks:
        return []
    # Every text ends with a line break, so that its last stop is followed by white space like any other.
    lengths = np.array([len(block.text) for block in blocks]) + 1
    starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
    kinds = _kinds("".join([f"{block.text}\n" for block in blocks]))
    following = np.append(kinds[1:], np.uint8(_SPACE))
    stops = (kinds == _STOP) & ((following == _SPACE) | (following == _CLOSER)) | (kinds == _FULL_STOP)
    chars = lengths - _count(kinds == _SPACE, starts)
    sizes = chars + DENSITY * _count(kinds == _DENSE, starts)
    sentences = _count(stops, starts)
    linked = np.minimum(1.0, np.array([block.link_chars for block in blocks]) / np.maximum(1, chars))
    reads = (sizes >= _RUNNING) & (linked < 0.5) & ((sentences > 0) | (sizes >= _SURELY_RUNNING))
    return list(map(Facts, sizes.tolist(), sentences.tolist(), linked.tolist(), reads.tolist()))


def _count(marks: NDArray[np.bool_], starts: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return how many characters of each text are marked."""
    return np.add.reduceat(marks, starts, dtype=np.int64)


def _kinds(text: str) -> NDArray[np.uint8]:
    """Return what each character is, 0 for all that is none of the kinds above."""
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    kinds: NDArray[np.uint8] = _table()[np.minimum(points, _LAST)]
    return kinds


@cache
def _table() -> NDArray[np.uint8]:
    """Return the kind of every code point of the basic plane; the last entry stands for all beyond."""
    table = np.zeros(_LAST + 1, dtype=np.uint8)
    for first, last in DENSE_RANGES:
        table[first : last + 1] = _DENSE
    _mark(table, filter(str.isspace, map(chr, range(_LAST))), _SPACE)
    _mark(table, _STOPS, _STOP)
    _mark(table, _FULL_STOPS, _FULL_STOP)
    _mark(table, _CLOSERS, _CLOSER)
    return table


def _mark(table: NDArray[np.uint8], characters: Iterable[str], kind: int) -> None:
    """Enter characters of one kind."""
    table[[ord(character) for character in characters]] = kind
