"""Names of authors out of the strings that hold them: "By Jane Doe and John Roe | Staff Writer" is two names.

Pages write names in the order and with the titles their authors like, so a name is kept as it stands; only what is
certainly not part of it (byline words, addresses, what follows a bar) is taken away.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from scraper.cleaner.metadata.wording import folded, tidy
from scraper.cleaner.metadata.words import Words, spelling

_LONGEST = 80
_MOST = 30
_MARKS = " :,-–—|·•"
_ADDRESS = re.compile(r"\(?(?:https?://|www\.)\S+|[<(]?[\w.+-]{1,64}@[\w-]+\.[\w.]+[>)]?|(?<!\w)@\w+", re.IGNORECASE)
_INITIALS = re.compile(r"\s*\([a-zäöüß]{1,5}\.?\)$")
"""The short sign newsrooms put behind a name."""
_BESIDE = re.compile(r"\s*\|.*|\s+[-–—]\s.*", re.DOTALL)
"""A bar or a dash parts a name from what its bearer is."""
_DATED = re.compile(r"\s*,\s+\d.*", re.DOTALL)
"""A comma and a digit part a name from the day: "Marta Olmedo, 3 de abril de 2026"."""
_PARTED = re.compile(r"\s*[;•·、，；]\s*|\s+/\s+")
_JOINED = re.compile(r"\s*,?\s+(?:and|und|et|y|och|og|ve|и|та|και|&|\+)\s+|\s*,\s*")
_DEGREE = re.compile(
    r"(?:[A-Z][A-Za-z]{0,2}\.){1,3}[A-Z]?|[A-Z®-]{2,8}|(?:Ph|M|B|Ed|Psy)\.?\s?[A-Z]\w{0,2}\.?|[JS]r\.?|I{2,3}"
)
_SMALL = frozenset(
    "de del della der den di da do dos das du la le van von vom bin ibn al el ten ter zu zur y e af with".split()
)
_NOT_NAMES = frozenset(
    """author authors share follow twitter facebook instagram linkedin read more view all posts post updated published
    comments comment subscribe newsletter about advertisement home menu search min minutes ago today yesterday edited
    reviewed fact checked medically bio profile website email contact null none undefined unknown anonymous
    by the on in at with from of for our your this table contents source photo image articles article""".split()
)  # fmt: skip


def names(values: Iterable[str], words: Words) -> tuple[str, ...]:
    """Return the names in the strings, in order, without byline words, addresses and duplicates."""
    found: dict[str, str] = {}
    for value in values:
        for part in _split(without_byline(_ADDRESS.sub(" ", tidy(value[:600])), words)):
            name = _INITIALS.sub("", without_byline(part, words).strip(' ,:;|/-–—·•*"“”'))
            if folded(name) and len(name) <= _LONGEST and not name.isdecimal():
                found.setdefault(folded(name), name)
    return tuple(found.values())[:_MOST]


def without_byline(text: str, words: Words) -> str:
    """Return the text without the words at its start that announce an author, in any language."""
    return _announced(text, words)[1]


def announced(text: str, words: Words) -> str | None:
    """Return what follows the words at the start of a text that announce an author, None where there are none."""
    found, rest = _announced(text, words)
    return rest if found else None


def _announced(text: str, words: Words) -> tuple[bool, str]:
    """Return whether byline words start the text, and what follows them."""
    rest = text.replace("：", ": ").strip(_MARKS)
    found = False
    while rest:
        start = next((start for start in _starts(rest) if _announces(start, words)), None)
        if start is None:
            break
        found, rest = True, rest[len(start) :].lstrip(_MARKS)
    return found, rest


def _starts(text: str) -> list[str]:
    """Return the first four to one words of the text, white space being single spaces."""
    parts = text.split(" ", 4)[:4]
    return [" ".join(parts[:count]) for count in range(len(parts), 0, -1)]


def _announces(start: str, words: Words) -> bool:
    """Whether the words stand before names; short ones in capitals may be names: "Di Maria", "di Maria Rossi"."""
    if spelling(start) not in words.bylines:
        return False
    return len(start) > 2 or start != start.title() or start == "By"


def looks_like_name(text: str) -> bool:
    """Whether a short text can be the name of a person: few words, large first letters, nothing a name lacks."""
    parts = text.split()
    if not 1 <= len(parts) <= 5 or len(text) > 50 or text[-1] in "?!:" or any(char.isdigit() for char in text):
        return False
    if any(folded(part) in _NOT_NAMES and part not in _SMALL for part in parts):
        return False
    return all(_large(part) or part.lower() in _SMALL for part in parts) and _large(parts[-1])


def is_full(name: str) -> bool:
    """Whether a name has more than one word, or is of a script that does not part words."""
    return " " in name or not name.isascii()


def _large(word: str) -> bool:
    """Whether a word starts with a letter that is not small (scripts without case have none)."""
    first = word.lstrip("(\"'“‘’")[:1]
    return first.isalpha() and not first.islower()


def _split(text: str) -> Iterator[str]:
    """Yield the names in a list of names."""
    whole = _BESIDE.sub("", text) or text
    for part in _PARTED.split(_DATED.sub("", whole) or whole):
        yield from _persons(part)


def _persons(text: str) -> Sequence[str]:
    """Return the parts between commas and "and" where each can be a person's name, degrees kept with theirs.

    Else the whole text: "Centre for Research and Teaching", "Doe, Jane" and "Anna and Paul" stay as they are.
    """
    parts: list[str] = []
    for part in filter(None, _JOINED.split(text)):
        if parts and _DEGREE.fullmatch(part):
            parts[-1] += f", {part}"
        else:
            parts.append(part)
    full = sum(" " in part for part in parts)
    persons = full >= min(2, len(parts)) and all(looks_like_name(part.split(",")[0]) for part in parts)
    return parts if len(parts) > 1 and persons and full >= len(parts) - 1 else (text,)
