"""Names of people that stand alone: `Lisa Pham`, or a row of authors. They have no language.

A text is such a row of names when every part between commas and the like begins with a known given name
and goes on with one to three more words, all with capital letters; parts of digits (dates) say nothing.
"""

import functools
import re
from importlib import resources
from typing import Final

from scraper.errors import RulesError

DATA: Final = "given_names.txt"
"""Name of the data file among the rules."""

LONGEST: Final = 400
"""Characters of the longest text that is looked at."""

_PARTS: Final = re.compile(r"\s*[,;|/·•&+()\[\]–—]\s*|\s+[-]\s+")
_NUMBERS: Final = re.compile(r"[\W\d_]*")

PARTICLES: Final = frozenset(
    ["al", "bin", "da", "de", "del", "della", "den", "der", "di", "dos", "du", "el", "ibn", "la", "le", "van", "von"]
)
"""Small words inside surnames."""


@functools.cache
def given_names() -> frozenset[str]:
    """Case-folded given names of the data file; raises `RulesError` when it is missing."""
    try:
        lines = resources.files("scraper.rules").joinpath(DATA).read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise RulesError(f"{DATA}: not a list of names ({error})") from error
    return frozenset(name for line in lines if not line.startswith("#") for name in line.split())


def people(bare: str) -> bool:
    """Whether the text is nothing but names of people; `bare` has no punctuation at its edges.

    In a row of three names and more one given name that is known is enough.
    """
    if not bare[:1].isupper() or len(bare) > LONGEST:
        return False
    known = _given(bare.split(None, 1)[0])
    if not known and bare.count(",") < 2:
        return False
    parts = [part for part in _PARTS.split(bare) if not _NUMBERS.fullmatch(part)]
    if known and all(map(_person, parts)):
        return True
    return len(parts) > 2 and all(map(_titled, parts)) and any(_given(part.split(None, 1)[0]) for part in parts)


def _titled(part: str) -> bool:
    """Whether the part looks like a name in a row of names: two to four words with capital letters, or initials."""
    words = [word for word in part.split() if word not in PARTICLES]
    return 2 <= len(words) <= 4 and all(word[0].isupper() for word in words)


def _given(word: str) -> bool:
    folded, names = word.casefold(), given_names()
    return folded in names or ("-" in folded and folded.partition("-")[0] in names)


def _person(part: str) -> bool:
    words = part.split()
    while words and _NUMBERS.fullmatch(words[-1]):
        words.pop()
    surnames = [word for word in words[1:] if word not in PARTICLES]
    return 1 <= len(surnames) <= 3 and _given(words[0]) and all(word[0].isupper() for word in [words[0], *surnames])
