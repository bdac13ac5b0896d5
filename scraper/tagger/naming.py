"""Names of people that stand alone: `Lisa Pham`, or a row of authors. They have no language.

A text is such a row of names when every part between commas and the like is two to four words with capital letters
of which the first is a known given name or the last a known family name, or is another known name (an agency);
parts of digits (dates) say nothing. In a row of three and more one known name of a person is enough.
"""

import functools
import re
from importlib import resources
from typing import Final

from scraper.errors import RulesError

DATA: Final = "given_names.txt"
"""Name of the data file of given names among the rules."""
SURNAMES: Final = "surnames.txt"
"""Name of the data file of family names among the rules."""

LONGEST: Final = 400
"""Characters of the longest text that is looked at."""

ARTICLES: Final = frozenset(["The", "Der", "Die", "Das", "Le", "La", "El", "Il", "THE"])
"""Words that begin titles of works, not names of people."""

ROW: Final = 3
"""Names in the shortest row of which one known name is enough."""

_PARTS: Final = re.compile(r"[,;|/·•&+()\[\]–—]\s*|\s-\s+")
_NUMBERS: Final = re.compile(r"[\W\d_]*")

PARTICLES: Final = frozenset(
    ["al", "bin", "da", "de", "del", "della", "den", "der", "di", "dos", "du", "el", "ibn", "la", "le", "van", "von"]
)
"""Small words inside surnames."""


@functools.cache
def given_names() -> frozenset[str]:
    """Case-folded given names of the data file; raises `RulesError` when it is missing."""
    return _listed(DATA)


@functools.cache
def surnames() -> frozenset[str]:
    """Case-folded family names of the data file; raises `RulesError` when it is missing."""
    return _listed(SURNAMES)


def _listed(file: str) -> frozenset[str]:
    try:
        lines = resources.files("scraper.rules").joinpath(file).read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise RulesError(f"{file}: not a list of names ({error})") from error
    return frozenset(name for line in lines if not line.startswith("#") for name in line.split())


def hopeful(bare: str) -> bool:
    """Whether the text, whose first word is no given name, may be names of people: never wrong where it says no."""
    if bare.count(",") > 1 or bare[-1:] in ")]":
        return True
    last = bare[bare.rfind(" ") + 1 :]
    return last[:1].isupper() and last.casefold() in surnames()


def people(bare: str, names: frozenset[str] = frozenset()) -> bool:
    """Whether the text is nothing but names of people, and of `names`; `bare` has no punctuation at its edges."""
    if not bare[:1].isupper() or len(bare) > LONGEST:
        return False
    titled = others = persons = 0
    rest = bare
    # Part by part, because most texts are no name at their beginning already.
    while rest:
        part, *more = _PARTS.split(rest, maxsplit=1)
        rest = more[0] if more else ""
        words = _titled(part)
        if words:
            titled, persons = titled + 1, persons + _person(words)
        elif part[:1].isalpha() or not _NUMBERS.fullmatch(part):
            if part.rstrip().casefold() not in names:
                return False
            others += 1
    return persons > 0 if titled > ROW - 1 and not others else 0 < persons == titled


def _given(word: str) -> bool:
    folded, names = word.casefold(), given_names()
    return folded in names or ("-" in folded and folded.partition("-")[0] in names)


def _titled(part: str) -> list[str]:
    """Return the words of a part that looks like a name, two to four with capital letters; none of all others."""
    words = part.split()
    if len(words) > 1 and words[1][0].islower() and words[1] not in PARTICLES:
        return []
    # Numbers hold no letter, which most last words show at once.
    while words and not words[-1].isalpha() and _NUMBERS.fullmatch(words[-1]):
        words.pop()
    if len(words) < 2:
        return []
    main = [word for word in words if word not in PARTICLES]
    named = 2 <= len(main) <= 4 and main[:1] == words[:1] and all(word[0].isupper() for word in main)
    return main if named and main[0] not in ARTICLES and ":" not in part else []


def _person(words: list[str]) -> bool:
    """Whether the first word is a known given name or the last a known family name; in capitals alone both."""
    known = (_given(words[0]), words[-1].rstrip(".").casefold() in surnames())
    # All in capitals, a heading looks like a name: the same words in small letters would be none.
    return all(known) if all(map(str.isupper, words)) else any(known)
