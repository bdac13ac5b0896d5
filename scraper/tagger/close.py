"""A second look where the two best languages are close relatives: by the words and letters that tell them apart.

Sequences of three letters see little of "tko" against "ko"; whoever knows both languages sees nothing else. Only
where the two best languages of a text stand in one table of the data file are its words looked at.
"""

import functools
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from types import MappingProxyType
from typing import Final

import numpy as np
from numpy.typing import NDArray

from scraper.errors import RulesError

DATA: Final = "close_pairs.toml"
"""Name of the data file among the rules."""
WORD: Final = 1.0
"""What one telling word is worth, in log-odds."""
LETTERS: Final = 0.5
"""What one telling letter, or row of letters, is worth, in log-odds."""
MOST: Final = 4.5
"""The most that all of them are worth together."""
OPEN: Final = 0.01
"""Probability of the second best language from which on a second look is taken."""

_WORD: Final = re.compile(r"[^\W\d_][^\s\d.,;:!?()\"«»“”]*")


@dataclass(frozen=True, slots=True)
class Telling:
    """What tells one language from its relatives."""

    words: frozenset[str]
    """Words in small letters."""
    letters: tuple[str, ...]
    """Letters and rows of letters."""


@functools.cache
def relatives() -> Mapping[str, Mapping[str, Telling]]:
    """Telling words of each language of a set, by each of these languages; raises `RulesError`."""
    try:
        raw = tomllib.loads(resources.files("scraper.rules").joinpath(DATA).read_text("utf-8"))
        sets = [_set(table) for table in raw.values()]
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, AttributeError, TypeError) as error:
        raise RulesError(f"{DATA}: not a file of close languages ({error})") from error
    found: dict[str, dict[str, Telling]] = {}
    for one in sets:
        for tag in one:
            found.setdefault(tag, {}).update(one)
    return MappingProxyType(found)


def _set(table: Mapping[str, Sequence[str] | Mapping[str, Sequence[str]]]) -> dict[str, Telling]:
    letters = table.get("letters", {})
    tags = {tag: words for tag, words in table.items() if not isinstance(words, Mapping)}
    known = letters if isinstance(letters, Mapping) else {}
    return {tag: Telling(frozenset(words), tuple(known.get(tag, ()))) for tag, words in tags.items()}


def look_again(texts: Sequence[str], tags: Sequence[str], chances: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the chances of each language for each cleaned text, moved between the two best where they are close."""
    if len(tags) < 2 or not len(texts):
        return chances
    order = np.argpartition(-chances, 1, axis=1)[:, :2]
    rows = np.arange(len(texts))
    doubtful = chances[rows[:, None], order].min(axis=1) >= OPEN
    for at in rows[doubtful].tolist():
        one, other = order[at].tolist()
        known = relatives().get(tags[one], {})
        if tags[other] in known:
            odds = _odds(texts[at], known[tags[one]], known[tags[other]])
            both = chances[at, one] + chances[at, other]
            chances[at, one] = both / (1.0 + chances[at, other] / max(chances[at, one], 1e-12) * np.exp(-odds))
            chances[at, other] = both - chances[at, one]
    return chances


def _odds(text: str, one: Telling, other: Telling) -> float:
    """Return what the text says for the first language against the second, in log-odds."""
    words = set(_WORD.findall(text))
    said = WORD * (len(words & (one.words - other.words)) - len(words & (other.words - one.words)))
    said += LETTERS * (_spelt(text, one, other) - _spelt(text, other, one))
    return max(-MOST, min(MOST, said))


def _spelt(text: str, one: Telling, other: Telling) -> int:
    return sum(letters in text for letters in one.letters if letters not in other.letters)
