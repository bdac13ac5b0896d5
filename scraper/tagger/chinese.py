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


def _encodable(codec: str) -> NDArray[np.int8]:
    """1 for each of `_IDEOGRAPHS` that the codec has, with a 0 before and after them for all that are none."""
    # There and back at once: asked one by one, sixty thousand questions would hold up the first page.
    known = "".join(map(chr, _IDEOGRAPHS)).encode(codec, "ignore").decode(codec)
    found = np.zeros(len(_IDEOGRAPHS) + 2, np.int8)
    found[_places(codes([known])[0])] = 1
    return found


def _places(points: NDArray[np.uint32]) -> NDArray[np.int64]:
    """Where each code point stands in a table of `_IDEOGRAPHS`."""
    places: NDArray[np.int64] = (points.astype(np.int64) - (_IDEOGRAPHS.start - 1)).clip(0, len(_IDEOGRAPHS) + 1)
    return places


@functools.cache
def forms() -> NDArray[np.int8]:
    """+1 for ideographs that only simplified text has, -1 for those of traditional text alone, by place."""
    return _encodable("gb2312") - _encodable("big5")


@functools.cache
def foreign_to_japanese() -> NDArray[np.int8]:
    """1 for ideographs that are in no Japanese character set, by place."""
    foreign = 1 - _encodable("euc_jp")
    foreign[[0, -1]] = 0
    return foreign


def east_asian(
    texts: Sequence[str], kana: Sequence[int], ideographs: Sequence[int], repeats: Sequence[int], declared: str
) -> list[tuple[str, float]]:
    """Tag and confidence of each of a page's texts in Chinese characters or kana.

    `kana` and `ideographs` count the letters of each text, `repeats` the times it stands on the page;
    `declared` is the page's canonical tag or `und`.
    """
    form, foreign = _leanings(texts)
    mixed = [k > 0 and k * KANA_SHARE >= n for k, n in zip(kana, ideographs, strict=True)]
    sizes = [k + n for k, n in zip(kana, ideographs, strict=True)]
    heard = [size * times for size, times in zip(sizes, repeats, strict=True)]
    kana_page = sum(size for size, one in zip(heard, mixed, strict=True) if one) + (DECLARED if declared == "ja" else 0)
    # Labels without kana are common on Japanese pages; only letters that Japanese has not make a page Chinese.
    chinese_page = sum(size for size, strange in zip(heard, foreign, strict=True) if strange)
    japanese = [
        SURE if mixed[at] else _japanese(size, foreign[at], kana_page, chinese_page) for at, size in enumerate(sizes)
    ]
    leans = [0 if sure >= 0.5 else form[at] for at, sure in enumerate(japanese)]
    page = sum(lean * times for lean, times in zip(leans, repeats, strict=True))
    written = _written_forms(leans, page, declared)
    return [("ja", sure) if sure >= 0.5 else written[at] for at, sure in enumerate(japanese)]


def _leanings(texts: Sequence[str]) -> tuple[list[int], list[int]]:
    """For each text: simplified letters less traditional ones, and letters that Japanese has not."""
    points, lengths = codes([f"{text} " for text in texts])
    starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
    places = _places(points)
    form = np.add.reduceat(forms()[places], starts, dtype=np.int64)
    foreign = np.add.reduceat(foreign_to_japanese()[places], starts, dtype=np.int64)
    return form.tolist(), foreign.tolist()


def _written_forms(leans: Sequence[int], page: int, declared: str) -> list[tuple[str, float]]:
    """Tag and confidence of each Chinese text, from its leaning, the page's, and the declared tag."""
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
