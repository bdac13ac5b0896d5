"""Title, authors and date against gold: right or wrong, where the gold has them."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from scraper.corpora.corpus import GoldPage
from scraper.inspector.answer import Answer

_WORDS = re.compile(r"[^\W_]+")


def agreement(gold: GoldPage, answer: Answer) -> Mapping[str, bool]:
    """Return for each field that the gold has whether the answer's value is the same."""
    return {name: same(gold, answer) for name, (given, same) in FIELDS.items() if given(gold)}


def folded(text: str | None) -> str:
    """Return a text with case, punctuation and Unicode's different ways to write the same thing taken away."""
    # Case folding can undo the normal form, so it goes first; both once more would change nothing for names.
    return " ".join(_WORDS.findall(unicodedata.normalize("NFKC", (text or "").casefold())))


def _names(authors: Iterable[str]) -> frozenset[str]:
    """Return authors as a set of folded names."""
    return frozenset(name for name in map(folded, authors) if name)


def _day(published: str | None) -> str:
    """Return the day of an ISO 8601 date as written, without time and offset."""
    return (published or "")[:10]


FIELDS: Final[Mapping[str, tuple[Callable[[GoldPage], object], Callable[[GoldPage, Answer], bool]]]] = {
    "title": (lambda gold: gold.title, lambda gold, answer: folded(gold.title) == folded(answer.title)),
    "authors": (lambda gold: gold.authors, lambda gold, answer: _names(gold.authors) == _names(answer.authors)),
    "published": (lambda gold: gold.published, lambda gold, answer: _day(gold.published) == _day(answer.published)),
}
"""By field: what the gold has (nothing: the page does not count), and whether an answer says the same."""
