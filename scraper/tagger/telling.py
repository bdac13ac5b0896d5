"""Phrases of lexicons as evidence for a language: "Read more" is English on a Polish page too.

One word is weak evidence, because menus are full of loan words ("News", "Shop", "Newsletter"), which have the language
of their page: of single words only those of buttons count, and those only for English, whose untranslated buttons are
all over the web. Two words and more are evidence for every language whose lexicon has them, and so is the name of a
month or weekday beside digits.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

import numpy as np
from numpy.typing import NDArray

from scraper.model.lexicon import Category, Lexicon

LONGEST: Final = 60
"""Characters of the longest text that is looked up."""
WORTH: Final = 4.0
"""What a phrase says against all languages that have it not, in log-odds."""
BUTTONS: Final = frozenset(Category) - {Category.NAVIGATION, Category.RELATED}
"""Categories whose single English words count: what one can press, not what a section is called."""

_WORD: Final = re.compile(r"[^\W\d_]+")
_DIGIT: Final = re.compile(r"\d")
_NOBODY: Final[frozenset[str]] = frozenset()
_DATE: Final = "\n"  # stands before the words of dates, which only count beside digits


def key(text: str) -> str:
    """Words of a cleaned or folded text, one space between them."""
    # Most texts hold nothing else, and telling that needs no pattern.
    return " ".join(text.split() if text.replace(" ", "").isalpha() else _WORD.findall(text))


def tell(lexicons: Iterable[Lexicon]) -> Mapping[str, frozenset[str]]:
    """Return the languages of each phrase, by its key; words of dates are keyed apart."""
    found: dict[str, set[str]] = {}
    for lexicon in lexicons:
        dates = (word for words in (*lexicon.months, *lexicon.weekdays) for word in words)
        for words in {_DATE + key(word) for word in dates} | _phrases(lexicon):
            found.setdefault(words, set()).add(lexicon.tag)
    return MappingProxyType({words: frozenset(tags) for words, tags in found.items() if _counts(words, tags)})


def _phrases(lexicon: Lexicon) -> set[str]:
    """Keys of the phrases of a lexicon; of single English words only those of buttons."""
    found = set()
    for category, phrases in lexicon.categories.items():
        keys = {key(one) for one in (*phrases.exact, *phrases.prefix)}
        found |= {one for one in keys if " " in one or lexicon.tag != "en" or category in BUTTONS}
    return found


def _counts(words: str, tags: set[str]) -> bool:
    return bool(words.strip()) and (" " in words or words.startswith(_DATE) or tags == {"en"})


def against(
    texts: Sequence[str], tags: Sequence[str], telling: Mapping[str, frozenset[str]]
) -> dict[int, NDArray[np.float64]]:
    """Return what phrases say against each of the languages, in log-odds, by place of the cleaned text."""
    found: dict[int, NDArray[np.float64]] = {}
    for at, text in enumerate(texts) if telling else ():
        if len(text) < LONGEST and (heard := _heard(text, telling)) and not heard.isdisjoint(tags):
            found[at] = np.array([0.0 if tag in heard else WORTH for tag in tags])
    return found


def _heard(text: str, telling: Mapping[str, frozenset[str]]) -> frozenset[str]:
    words = key(text)
    if words in telling:
        return telling[words]
    return telling.get(_DATE + words, _NOBODY) if words and _DIGIT.search(text) else _NOBODY
