"""Scripts of texts: one byte table by code point, one histogram for all texts of a page.

Scripts are named by ISO 15924 codes. Counted are letters and the marks that belong to them; digits,
punctuation and symbols have no script (`Zyyy`). Ranges follow the blocks of the Unicode Standard 15.
"""

import functools
import unicodedata
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

import numpy as np
from numpy.typing import NDArray

COMMON: Final = "Zyyy"
"""ISO 15924 code of text without letters."""

RANGES: Final[tuple[tuple[str, int, int], ...]] = (
    ("Latn", 0x0041, 0x024F),
    ("Latn", 0x0250, 0x02AF),
    ("Latn", 0x1E00, 0x1EFF),
    ("Latn", 0x2C60, 0x2C7F),
    ("Latn", 0xA720, 0xA7FF),
    ("Latn", 0xAB30, 0xAB64),
    ("Latn", 0xFB00, 0xFB06),
    ("Latn", 0xFF21, 0xFF5A),
    ("Cyrl", 0x0400, 0x052F),
    ("Cyrl", 0x1C80, 0x1C8F),
    ("Cyrl", 0x2DE0, 0x2DFF),
    ("Cyrl", 0xA640, 0xA69F),
    ("Grek", 0x0370, 0x03E1),
    ("Grek", 0x03F0, 0x03FF),
    ("Grek", 0x1F00, 0x1FFF),
    ("Arab", 0x0600, 0x06FF),
    ("Arab", 0x0750, 0x077F),
    ("Arab", 0x08A0, 0x08FF),
    ("Arab", 0xFB50, 0xFDFF),
    ("Arab", 0xFE70, 0xFEFC),
    ("Hebr", 0x0590, 0x05FF),
    ("Hebr", 0xFB1D, 0xFB4F),
    ("Deva", 0x0900, 0x097F),
    ("Deva", 0xA8E0, 0xA8FF),
    ("Hani", 0x3005, 0x3007),
    ("Hani", 0x3400, 0x4DBF),
    ("Hani", 0x4E00, 0x9FFF),
    ("Hani", 0xF900, 0xFAFF),
    ("Hani", 0x20000, 0x323AF),
    ("Kana", 0x3041, 0x30FF),
    ("Kana", 0x31F0, 0x31FF),
    ("Kana", 0xFF66, 0xFF9F),
    ("Hang", 0x1100, 0x11FF),
    ("Hang", 0x3131, 0x318E),
    ("Hang", 0xA960, 0xA97F),
    ("Hang", 0xAC00, 0xD7FF),
    ("Bopo", 0x3105, 0x312F),
    ("Armn", 0x0530, 0x058F),
    ("Armn", 0xFB13, 0xFB17),
    ("Geor", 0x10A0, 0x10FF),
    ("Geor", 0x1C90, 0x1CBF),
    ("Geor", 0x2D00, 0x2D2F),
    ("Thai", 0x0E00, 0x0E7F),
    ("Laoo", 0x0E80, 0x0EFF),
    ("Khmr", 0x1780, 0x17FF),
    ("Mymr", 0x1000, 0x109F),
    ("Mymr", 0xAA60, 0xAA7F),
    ("Sinh", 0x0D80, 0x0DFF),
    ("Tibt", 0x0F00, 0x0FFF),
    ("Ethi", 0x1200, 0x139F),
    ("Ethi", 0x2D80, 0x2DDF),
    ("Beng", 0x0980, 0x09FF),
    ("Guru", 0x0A00, 0x0A7F),
    ("Gujr", 0x0A80, 0x0AFF),
    ("Orya", 0x0B00, 0x0B7F),
    ("Taml", 0x0B80, 0x0BFF),
    ("Telu", 0x0C00, 0x0C7F),
    ("Knda", 0x0C80, 0x0CFF),
    ("Mlym", 0x0D00, 0x0D7F),
    ("Mong", 0x1800, 0x18AF),
    ("Syrc", 0x0700, 0x074F),
    ("Thaa", 0x0780, 0x07BF),
    ("Nkoo", 0x07C0, 0x07FF),
    ("Cher", 0x13A0, 0x13FF),
    ("Cher", 0xAB70, 0xABBF),
    ("Cans", 0x1400, 0x167F),
    ("Tfng", 0x2D30, 0x2D7F),
    ("Yiii", 0xA000, 0xA4CF),
    ("Olck", 0x1C50, 0x1C7F),
    ("Mtei", 0xABC0, 0xABFF),
    ("Java", 0xA980, 0xA9DF),
    ("Copt", 0x2C80, 0x2CFF),
    ("Goth", 0x10330, 0x1034F),
    ("Adlm", 0x1E900, 0x1E95F),
)
"""Script, first and last code point; what is neither letter nor mark inside a range is left out."""

SCRIPTS: Final[tuple[str, ...]] = (COMMON, *dict.fromkeys(name for name, _, _ in RANGES))
"""Scripts in the order of the columns of a census; the first is `Zyyy`."""

COLUMN: Final[Mapping[str, int]] = MappingProxyType({name: at for at, name in enumerate(SCRIPTS)})
"""Column of a script in a census."""

WEIGHT: Final[Mapping[str, int]] = MappingProxyType(
    {name: 1 if name == "Latn" else 5 if name in {"Hani", "Kana", "Hang", "Bopo"} else 3 for name in SCRIPTS[1:]}
)
"""Votes of a letter: Latin words inside other scripts are common, the reverse is rare; CJK letters say more each."""

# Every code point of these is a letter, and they are too many to be asked one by one.
_WHOLE: Final = frozenset({"Hani", "Hang", "Yiii", "Cans"})


@functools.cache
def table() -> NDArray[np.uint8]:
    """Column in `SCRIPTS` of every code point, shape (0x110000,), read-only."""
    columns = np.zeros(0x110000, np.uint8)
    for name, first, last in RANGES:
        columns[first : last + 1] = COLUMN[name]
        if name not in _WHOLE:
            columns[[at for at in range(first, last + 1) if not _lettered(chr(at))]] = 0
    columns.flags.writeable = False
    return columns


def _lettered(char: str) -> bool:
    # Signs that carry vowels are parts of words; the lengthening mark of kana is in both Japanese alphabets.
    return unicodedata.category(char)[0] in "LM" and char not in "ªº×÷\u30fc\uff70"


def codes(texts: Sequence[str]) -> tuple[NDArray[np.uint32], NDArray[np.intp]]:
    """Code points of all texts in a row, and the length of each text; lone surrogates are kept."""
    joined = "".join(texts).encode("utf-32-le", "surrogatepass")
    return np.frombuffer(joined, np.uint32), np.fromiter(map(len, texts), np.intp, len(texts))


def census(texts: Sequence[str]) -> NDArray[np.int64]:
    """Letters of every script in every text, shape (texts, scripts); the first column counts what is no letter."""
    points, lengths = codes(texts)
    owners = np.repeat(np.arange(len(texts)) * len(SCRIPTS), lengths)
    flat = np.bincount(owners + table().take(points), minlength=len(texts) * len(SCRIPTS))
    return flat.reshape(len(texts), len(SCRIPTS))


def majorities(counts: NDArray[np.int64]) -> list[str]:
    """Name the script of most weighted letters of each row of a census, `Zyyy` where there are none."""
    weights = np.array([0, *WEIGHT.values()])
    votes = counts * weights
    # What is no letter has no vote, so that the first column is the best one where there are no letters.
    return [SCRIPTS[at] for at in votes.argmax(axis=1).tolist()]


def letters(texts: Sequence[str]) -> list[int]:
    """How many letters each text has, whatever their script."""
    points, lengths = codes(texts)
    running = np.zeros(len(points) + 1, np.int64)
    np.cumsum(table().take(points) > 0, out=running[1:])
    sizes: list[int] = np.diff(running[np.cumsum(lengths)], prepend=0).tolist()
    return sizes
