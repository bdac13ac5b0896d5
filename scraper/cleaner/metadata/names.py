"""Names of authors out of the strings that hold them: "By Jane Doe and John Roe | Staff Writer" is two names.

Pages write names in the order and with the titles their authors like, so a name is kept as it stands; only what is
certainly not part of it (byline words, addresses, what follows a bar) is taken away.
"""

import re
from collections.abc import Iterable, Iterator

from scraper.cleaner.metadata.wording import folded, tidy
from scraper.cleaner.metadata.words import Words

_LONGEST = 80
_MOST = 30
_ADDRESS = re.compile(r"\(?(?:https?://|www\.)\S+|[<(]?[\w.+-]{1,64}@[\w-]+\.[\w.]+[>)]?|(?<!\w)@\w+", re.IGNORECASE)
_BESIDE = re.compile(r"\s*\|.*|\s+[-–—]\s.*", re.DOTALL)
"""A bar or a dash parts a name from what its bearer is."""
_PARTED = re.compile(r"\s*[;•·、，；]\s*|\s+/\s+")
_JOINED = re.compile(r"(?:\s*,)?\s+(?:and|und|et|y|och|og|ve|и|та|και|&|\+)\s+")
_MARKS = " :,-–—|·•"
_SMALL = frozenset(
    "de del della der den di da do dos das du la le van von vom bin ibn al el ten ter zu zur y e af".split()
)
_NOT_NAMES = frozenset(
    """author authors share follow twitter facebook instagram linkedin read more view all posts post updated published
    comments comment subscribe newsletter about advertisement home menu search min minutes ago today yesterday edited
    reviewed fact checked medically bio profile website email contact null none undefined unknown anonymous
    by the on in at with from of for our your this table contents source photo image""".split()
)  # fmt: skip


def names(values: Iterable[str], words: Words) -> tuple[str, ...]:
    """Return the names in the strings, in order, without byline words, addresses and duplicates."""
    found: dict[str, str] = {}
    for value in values:
        for part in _split(without_byline(_ADDRESS.sub(" ", tidy(value[:600])), words)):
            name = without_byline(part, words).strip(' ,:;|/-–—·•*"“”()')
            if folded(name) and len(name) <= _LONGEST and not name.isdecimal():
                found.setdefault(folded(name), name)
    return tuple(found.values())[:_MOST]


def without_byline(text: str, words: Words) -> str:
    """Return the text without the words at its start that announce an author, in any language."""
    rest = text.strip(_MARKS)
    while rest:
        start = next((start for start in _starts(rest) if _announces(start, words)), None)
        if start is None:
            break
        rest = rest[len(start) :].lstrip(_MARKS)
    return rest


def _starts(text: str) -> list[str]:
    """Return the first three, two and one words of the text, white space being single spaces."""
    parts = text.split(" ", 3)[:3]
    return [" ".join(parts[:count]) for count in range(len(parts), 0, -1)]


def _announces(start: str, words: Words) -> bool:
    """Whether the words stand before names; short ones in capitals may be names: "Di Maria", "di Maria Rossi"."""
    if start.casefold().rstrip(" :") not in words.bylines:
        return False
    return len(start) > 2 or start != start.title() or start == "By"


def looks_like_name(text: str) -> bool:
    """Whether a short text can be the name of a person: few words, large first letters, nothing a name lacks."""
    parts = text.split()
    if not 1 <= len(parts) <= 5 or len(text) > 50 or text[-1] in "?!:" or any(char.isdigit() for char in text):
        return False
    if any(folded(part) in _NOT_NAMES for part in parts):
        return False
    return all(_large(part) or part.lower() in _SMALL for part in parts) and _large(parts[-1])


def _large(word: str) -> bool:
    """Whether a word starts with a letter that is not small (scripts without case have none)."""
    first = word.lstrip("(\"'“‘’")[:1]
    return first.isalpha() and not first.islower()


def _split(text: str) -> Iterator[str]:
    """Yield the names in a list of names."""
    for part in _PARTED.split(_BESIDE.sub("", text) or text):
        for name in _JOINED.split(part):
            yield from _at_commas(name)


def _at_commas(text: str) -> Iterator[str]:
    """Yield the parts of a list with commas where each is a full name, else the text: commas also part degrees."""
    parts = [part.strip() for part in text.split(",") if part.strip()]
    if len(parts) > 1 and all(" " in part and looks_like_name(part) for part in parts):
        yield from parts
    else:
        yield text
