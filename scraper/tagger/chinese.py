"""Texts in Chinese characters: Japanese or Chinese, and Chinese in simplified or traditional letters.

The national character sets are the witnesses. A character that only GB 2312 has is simplified, one that
only Big5 has is traditional; most are in both and say nothing. Japanese without a single kana is short.
"""

import functools
import math
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from scraper.tagger.script import codes

SIMPLIFIED: Final = "zh-Hans"
TRADITIONAL: Final = "zh-Hant"

SURE: Final = 0.99
"""Confidence that a text with kana is Japanese."""
KANA_SHARE: Final = 12
"""A text is Japanese when it has at least one kana for so many ideographs: Chinese brands borrow single ones."""
DECLARED: Final = 10
"""Letters of Japanese text that a declaration of Japanese is worth."""
NO_KANA: Final = 0.3
"""What each Chinese character in a text without kana says against Japanese, in log-odds."""
NOT_JIS: Final = 3.0
"""What each character that no Japanese character set has says against Japanese, in log-odds."""
MOST_ODDS: Final = 6.0
"""The most that the rest of the page says about one text, in log-odds."""

_IDEOGRAPHS: Final = range(0x4E00, 0xA000)


def _encodable(codec: str) -> NDArray[np.bool_]:
    known = bytearray(0x110000)
    for point in _IDEOGRAPHS:
        known[point] = bool(chr(point).encode(codec, "ignore"))
    return np.frombuffer(bytes(known), np.bool_)


@functools.cache
def forms() -> NDArray[np.int8]:
    """+1 for characters that only simplified text has, -1 for those of traditional text alone, by code point."""
    return _encodable("gb2312").astype(np.int8) - _encodable("big5").astype(np.int8)


@functools.cache
def foreign_to_japanese() -> NDArray[np.bool_]:
    """Whether an ideograph is in no Japanese character set, by code point."""
    ideographs = np.zeros(0x110000, np.bool_)
    ideographs[_IDEOGRAPHS.start : _IDEOGRAPHS.stop] = True
    return ideographs & ~_encodable("euc_jp")


def east_asian(
    texts: Sequence[str], kana: Sequence[int], ideographs: Sequence[int], declared: str
) -> list[tuple[str, float]]:
    """Tag and confidence of each of a page's texts in Chinese characters or kana.

    `kana` and `ideographs` count the letters of each text; `declared` is the page's canonical tag or `und`.
    """
    form, foreign = _leanings(texts)
    mixed = [k > 0 and k * KANA_SHARE >= n for k, n in zip(kana, ideographs, strict=True)]
    sizes = [k + n for k, n in zip(kana, ideographs, strict=True)]
    kana_page = sum(size for size, one in zip(sizes, mixed, strict=True) if one) + (DECLARED if declared == "ja" else 0)
    # Labels without kana are common on Japanese pages; only letters that Japanese has not make a page Chinese.
    chinese_page = sum(size for size, strange in zip(sizes, foreign, strict=True) if strange)
    japanese = [
        SURE if mixed[at] else _japanese(size, foreign[at], kana_page, chinese_page) for at, size in enumerate(sizes)
    ]
    leans = [0 if sure >= 0.5 else form[at] for at, sure in enumerate(japanese)]
    written = _written_forms(leans, declared)
    return [("ja", sure) if sure >= 0.5 else written[at] for at, sure in enumerate(japanese)]


def _leanings(texts: Sequence[str]) -> tuple[list[int], list[int]]:
    """For each text: simplified letters less traditional ones, and letters that Japanese has not."""
    points, lengths = codes([f"{text} " for text in texts])
    starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
    form = np.add.reduceat(forms()[points], starts, dtype=np.int64)
    foreign = np.add.reduceat(foreign_to_japanese()[points], starts, dtype=np.int64)
    return form.tolist(), foreign.tolist()


def _written_forms(leans: Sequence[int], declared: str) -> list[tuple[str, float]]:
    """Tag and confidence of each Chinese text, from its leaning, the page's, and the declared tag."""
    page = sum(leans)
    fallback = TRADITIONAL if page < 0 or (page == 0 and declared == TRADITIONAL) else SIMPLIFIED
    page_sure = _sigmoid(abs(page)) if page or declared in {SIMPLIFIED, TRADITIONAL} else 0.5
    return [_written_form(lean, fallback, page_sure) for lean in leans]


def _written_form(lean: int, fallback: str, page_sure: float) -> tuple[str, float]:
    if lean == 0:
        return fallback, max(page_sure, 0.7)
    return (SIMPLIFIED if lean > 0 else TRADITIONAL), _sigmoid(2.0 * abs(lean))


def _japanese(letters: int, foreign: int, kana_page: float, chinese_page: float) -> float:
    """Probability that a text of `letters` ideographs without kana is Japanese.

    `foreign` of them stand in no Japanese character set; the page has `kana_page` letters in
    Japanese texts and `chinese_page` in texts with letters that Japanese has not.
    """
    odds = math.log((kana_page + 0.01) / (chinese_page + 1.0))
    return _sigmoid(max(-MOST_ODDS, min(MOST_ODDS, odds)) - NO_KANA * letters - NOT_JIS * foreign)


def _sigmoid(odds: float) -> float:
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, odds))))
