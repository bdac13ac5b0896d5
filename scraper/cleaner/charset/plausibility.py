"""What a reading costs: bits needed to write the text it gives, in the best fitting language.

The same bytes read in the right encoding give text that is cheap to write down: frequent letters of one
language. Read in a wrong one they give rare letters, symbols inside words, capitals after small letters and
alphabets mixed in a word. All prices are in bits, so that readings of the same bytes can be compared whatever
number of characters they came to.
"""

import math
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import pairwise
from typing import Final

from scraper.cleaner.charset.profiles import ALPHABETS, FREQUENT, LATIN, LEVELS

_SCRIPTS: Final[tuple[tuple[int, str], ...]] = (
    (0x0000, ""),
    (0x00C0, "latin"),
    (0x0250, ""),
    (0x0300, "mark"),
    (0x0370, "greek"),
    (0x0400, "cyrillic"),
    (0x0530, ""),
    (0x0590, "hebrew"),
    (0x0600, "arabic"),
    (0x0700, ""),
    (0x0E00, "thai"),
    (0x0E80, ""),
    (0x1E00, "latin"),
    (0x1F00, "greek"),
    (0x2000, ""),
    (0x3041, "kana"),
    (0x3100, ""),
    (0x3400, "han"),
    (0xA000, ""),
    (0xAC00, "hangul"),
    (0xD7A4, ""),
    (0xF900, "han"),
    (0xFB00, ""),
)
_STARTS: Final = tuple(start for start, _ in _SCRIPTS)
_STRANGE_LETTER: Final[Mapping[str, float]] = {
    "latin": 11.0,
    "mark": 12.0,
    "han": 17.0,
    "hangul": 14.0,
}
_OTHER_LETTER = 11.5
_MEANINGLESS = 22.0
_PUNCTUATION = 7.0
_COMMON_SYMBOL = 9.0
_RARE_MARKS = frozenset("¶§")
_COMMON_SYMBOLS = frozenset("©®™°•€£←→│")
_SYMBOL = 13.0
_ASCII_LETTER = 4.5
_SPACE = 2.5
_CAPITAL = 2.0
_CLASHES: Final[Mapping[frozenset[str], float]] = {
    frozenset({"han", "kana"}): 0.0,
    frozenset({"latin", "mark"}): 0.0,
    # Asian writing leaves no space around a Latin word, so this is common, but only at the ends of such a word.
    **{frozenset({"latin", script}): 2.5 for script in ("han", "kana", "hangul")},
}
_MIXED = 8.0
_SYMBOL_AT_LETTER = 4.0
_DAILY: Final[Mapping[str, float]] = {"ja": 12.0, "ko": 11.0, "zh-Hans": 13.0, "zh-Hant": 13.0}


def cost(text: str, languages: Iterable[str]) -> float:
    """Return the bits `text` costs in the language of `languages` in which it is cheapest."""
    counts = Counter(text)
    strange = {char: _strange(char) for char in counts}
    cheapest = min(
        sum(count * prices.get(char, strange[char]) for char, count in counts.items())
        for prices in map(_prices, languages)
    )
    kinds = {char: _kind(char) for char in counts}
    return cheapest + sum(
        count * _clash(kinds[a], kinds[b]) for (a, b), count in Counter(pairwise(text)).items() if not (a + b).isascii()
    )


def _strange(char: str) -> float:
    """Return the price of a character in a language that does not list it."""
    if char.isascii():
        return _ascii(char)
    category = unicodedata.category(char)
    if category in {"Cc", "Cn", "Co", "Cs"} or char == "\ufffd" or "\uff61" <= char <= "\uff9f":
        return _MEANINGLESS
    if category[0] in "LM":
        capital = _CAPITAL if category == "Lu" else 0.0
        return _STRANGE_LETTER.get(_script(char), _OTHER_LETTER) + capital
    if category[0] in "PZ" and char not in _RARE_MARKS:
        return _PUNCTUATION
    return _COMMON_SYMBOL if char in _COMMON_SYMBOLS else _SYMBOL


def _ascii(char: str) -> float:
    """Return the price of an ASCII character, the same in all languages."""
    if char.isspace():
        return _SPACE
    return _ASCII_LETTER if char.isprintable() else _MEANINGLESS


def _script(char: str) -> str:
    """Return the script of a letter, "" for one not listed."""
    return "latin" if char.isascii() and char.isalpha() else _SCRIPTS[bisect_right(_STARTS, ord(char)) - 1][1]


def _kind(char: str) -> tuple[str, str]:
    """Return script of a letter or sign on a letter, and "upper", "lower" (ASCII) or "other"; symbols and the rest."""
    category = unicodedata.category(char)
    if category[0] in "LM":
        return _script(char), "upper" if category == "Lu" else "lower" if char.isascii() else "other"
    symbol = not char.isascii() and (category[0] in "SNC" or char in _RARE_MARKS)
    return ("symbol" if symbol else "space"), ""


def _clash(first: tuple[str, str], second: tuple[str, str]) -> float:
    """Return what it costs extra that two characters stand side by side."""
    scripts = {first[0], second[0]}
    if "space" in scripts:
        return 0.0
    if len(scripts) == 2:
        return _SYMBOL_AT_LETTER if "symbol" in scripts else _CLASHES.get(frozenset(scripts), _MIXED)
    if second[1] == "upper" and first[1] != "upper":
        return 5.0
    return 4.0 if scripts == {"latin"} and first[1] == second[1] == "other" else 0.0


@cache
def _prices(language: str) -> Mapping[str, float]:
    """Return the prices of the characters a language is written in; made when first asked for."""
    if language in FREQUENT:
        return _ideographs(language)
    # Letters beyond ASCII are about every sixth in the words that have any: 2.5 bits.
    return _alphabet(LATIN[language], 2.5) if language in LATIN else _alphabet(ALPHABETS[language], 0.0)


def _alphabet(letters: str, surcharge: float) -> Mapping[str, float]:
    """Return prices of letters by rank, each a little rarer than the one before, chances adding up to one."""
    step = (2.0 + min(len(letters), 30) / 5) / len(letters)
    base = surcharge - math.log2(1 - 2**-step)
    small = {char: base + step * rank for rank, char in enumerate(letters)}
    return {char.upper(): price + _CAPITAL for char, price in small.items() if len(char.upper()) == 1} | small


def _ideographs(language: str) -> Mapping[str, float]:
    """Return prices of characters in daily use, the most frequent by rank."""
    codec, leads, trails = LEVELS[language]
    daily = bytes(byte for lead in leads for trail in trails for byte in (lead, trail)).decode(codec, "ignore")
    frequent = FREQUENT[language]
    ranked = {char: 6.0 + 4.0 * rank / len(frequent) for rank, char in enumerate(frequent)}
    return dict.fromkeys(daily, _DAILY[language]) | ranked
