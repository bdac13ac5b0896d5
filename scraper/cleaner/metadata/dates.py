"""Strings that tell a day, in the ways machines and people of many languages write them, to ISO 8601.

A day alone stays a day; a time of day is kept where the text gives one, with its offset where it gives that too.
Nothing is filled in. Sources: ISO 8601, RFC 2822 section 3.3, RFC 9557; month names come from `Words`.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from scraper.cleaner.metadata import calendars
from scraper.cleaner.metadata.clock import clock
from scraper.cleaner.metadata.words import spelling

_LONGEST = 160
_EPOCH = re.compile(r"\s*(\d{10})(\d{3})?\s*")
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})\s?([-/.年년])\s?(\d{1,2})\s?[-/.月월]\s?(\d{1,2})(?!\d)\s?[日일]?")
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?=T|\D|$|\d{6}(?!\d))")
_YEAR_LAST = re.compile(r"(?<![\d.])(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4}|\d\d(?![\d:.]))(?!\d)")
_TOKENS = re.compile(r"\d+|[^\W\d_][^\s\d.,;:/()|–—-]*")


@dataclass(frozen=True, slots=True)
class Reading:
    """How dates of a page are to be read."""

    months: Mapping[str, int]
    """Number of the month by its name, as `spelling` writes it, in any language."""
    own_months: Mapping[str, int]
    """The same in the page's language, which comes first."""
    month_first: bool = False
    """Whether 05/06 is the sixth of May, as in the United States."""

    def month(self, name: str) -> int:
        """Return the number of a month, 0 where the name is none."""
        return self.own_months.get(name) or self.months.get(name, 0)


@dataclass(frozen=True, slots=True)
class _Found:
    """A day in a text, and where it stands there."""

    day: date
    start: int
    end: int


def parse(text: str, reading: Reading) -> str | None:
    """Return the first date of the text in ISO 8601, with time and offset where they are given, or None."""
    text = text[:_LONGEST]
    epoch = _EPOCH.fullmatch(text)
    if epoch:
        moment = datetime.fromtimestamp(int(epoch[1]), UTC)
        return moment.isoformat() if moment.year >= calendars.OLDEST else None
    for read in _READERS:
        found = read(text, reading)
        if found:
            return found.day.isoformat() + (clock(text[found.end :]) or clock(text[: found.start]))
    return None


def _year_first(text: str, _: Reading) -> _Found | None:
    return _first((match, int(match[1]), int(match[3]), int(match[4])) for match in _YEAR_FIRST.finditer(text))


def _compact(text: str, _: Reading) -> _Found | None:
    return _first((match, int(match[1]), int(match[2]), int(match[3])) for match in _COMPACT.finditer(text))


def _year_last(text: str, reading: Reading) -> _Found | None:
    return _first((match, *_ordered(match, month_first=reading.month_first)) for match in _YEAR_LAST.finditer(text))


def _ordered(match: re.Match[str], *, month_first: bool) -> tuple[int, int, int]:
    """Return year, month and day of `05/06/2024`; which is which follows the page unless one cannot be a month."""
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    if year < 100:
        year += 2000
    swapped = (month_first and match[2] != "." and first <= 12) or second > 12
    return (year, first, second) if swapped else (year, second, first)


def _first(matches: Iterator[tuple[re.Match[str], int, int, int]]) -> _Found | None:
    """Return the first match that is a day of the calendar."""
    for match, year, month, number in matches:
        day = calendars.day(year, month, number)
        if day:
            return _Found(day, match.start(), match.end())
    return None


def _named(text: str, reading: Reading) -> _Found | None:
    """Find a day whose month is a word, day and year being the nearest numbers on either side of it."""
    tokens = list(_TOKENS.finditer(text))
    for at in range(len(tokens)):
        month, after = _month(tokens, at, reading)
        if month:
            found = _around(tokens[max(0, at - 5) : at], tokens[after : after + 5], month)
            if found:
                return found
    return None


def _month(tokens: list[re.Match[str]], at: int, reading: Reading) -> tuple[int, int]:
    """Return the month named at a token (0: none) and the index after its name, which may be two tokens long."""
    word = spelling(tokens[at][0])
    if not word or word[0].isdigit():
        return 0, at + 1
    if at + 1 < len(tokens):
        both = reading.month(f"{word} {spelling(tokens[at + 1][0])}")
        if both:
            return both, at + 2
    return reading.month(word), at + 1


def _around(before: list[re.Match[str]], after: list[re.Match[str]], month: int) -> _Found | None:
    """Return the day made of a month and the numbers around it: 6 May 2024, May 6 2024, or 2024 May 6."""
    left = [token for token in before if token[0].isdecimal()][::-1][:1]
    right = [token for token in after if token[0].isdecimal()][:2]
    for number, year in ((left, right[:1]), (right[:1], right[1:]), (right[:1], left)):
        day = calendars.day(int(year[0][0]), month, int(number[0][0])) if number and year else None
        if day:
            ends = (number[0], year[0], after[0] if after else year[0])
            return _Found(day, min(token.start() for token in ends), max(token.end() for token in ends[:2]))
    return None


_READERS: tuple[Callable[[str, Reading], _Found | None], ...] = (_year_first, _named, _year_last, _compact)
