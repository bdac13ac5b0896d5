"""Texts without a language of their own: code, identifiers, measures, handles, icons, bare names of networks.

Every rule looks at the form of one text alone. Words of scripts without capital letters are never judged by
their form, because a digit or a Latin letter beside them is everyday writing there.
"""

import functools
import re
from typing import Final

from scraper.tagger.naming import given_names, hopeful, people

LIMIT: Final = 400
"""Characters looked at in one text."""
SHORTEST: Final = 3
"""Letters of the shortest name that is looked for in the address of a link."""
MOST_WORDS: Final = 4
"""Words of the longest name that is looked for there."""
LONGEST: Final = 120
"""Characters of the longest row of names that is looked at."""

# Capital and small letters of the scripts that have both.
_CASED: Final = r"A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u052f"

# What a program, a template or markup can hardly do without; much of it is everyday punctuation too. The sign of
# paragraphs, of documentation, is the last of them.
_CODE_SIGNS: Final = b"{}=<>[]@;_\\$("
_PARAGRAPH: Final = "¶"

# A word as code writes it: signs inside, calls, members, humps, options.
_CODE_WORD: Final = re.compile(
    r"\S*[{}=<>\\¶]\S*|[^\sA-Z]*_[^\sA-Z]*|\$[A-Za-z_{]\S*|\S*[\w.][(\[]\S*|[(\[{]?[@.]\w\S*|\w+\.[a-z]\w*\S*"
    r"|[!-/:-@\[-`{-~]+|--?\w+\S*|\S+[;)\]]|[a-z]+[A-Z]\w*\W*|\d+\W*"
)

_KEYWORDS: Final = frozenset(
    ["class", "def", "elif", "else", "for", "if", "import", "in", "let", "new", "return", "self", "var"]
)

CODE_SHARE: Final = 0.55
"""Share of the characters of a text in words that code writes, from which on the text is code."""

# One made word: signs of an identifier or a file, letters among digits, a hump inside (in a short word: long ones are
# rows of glued words), no vowel.
_MADE: Final = re.compile(
    r"[A-Za-z](?:[-–/][A-Za-z])+"
    rf"|[#@]?(?:[a-z\d-]*_[a-z\d_-]*|[A-Z\d]*_[A-Z\d_]*)|[\w-]+(?:\.[\w-]+)*\.[a-z]\w{{0,3}}"
    rf"|(?!.*-[{_CASED}]{{5}})[{_CASED}\d.-]*\d[{_CASED}\d.-]*"
    r"|(?=.{1,16}$)[^\W\d_]*[a-zà-ÿ][A-Z][^\W_]*|[B-DF-HJ-NP-TV-XZ]{2,5}",
)

# A number with at most three letters of a unit, or no letters at all.
_MEASURE: Final = re.compile(
    rf"\W*\d[\d.,:/×xX–-]*[°℃]?[{_CASED}″\"']{{0,3}}[²³+*%]?\W*|[\W\d_]+|[°℃µ]?[CFKMWhmg]{{1,2}}"
)

# Names of icons that a font draws, before the words of a button: `chevron_left Back`.
_ICON: Final = re.compile(r"^[a-z]+(?:_[a-z]+)+ (?=[^\W\d_]+(?: [^\W\d_]+)*$)")

# Short forms that are everyday words of every language.
_SHORT_WORDS: Final = frozenset(["rss", "tv", "pc", "pr", "sms", "pdf", "dvd", "cd", "hd"])

# A name as forums put it before a date or time: one word of any form, then nothing but digits and what parts them.
_SIGNED: Final = re.compile(
    r"~?@?[^\s:]{2,40}\s*[·|•,\[(–—-]{1,2}\s*(?:\d{1,4}[./:-]\d{1,2}(?:[./:-]\d{1,4})?[\s,T]*){1,2}[\])]?"
)

# What stands beside a name and says nothing: a count, or signs.
_COUNTED: Final = re.compile(r"\s*\(\d[\d.,]*\)$|^[\W\d_]+|[\s\W_]+$")

_BETWEEN: Final = r"\s|,;•·/\\&+–—()\[\]<>«»“”\"':©@-"
_SPLIT: Final = re.compile(f"[{_BETWEEN}]+")
_FIRST: Final = re.compile(f"[^{_BETWEEN}]*")
_EDGES: Final = " \t\n\r|•·*–—-:,;.()[]«»“”\"'©®™↳»>‹›<\u200b\ufeff"
_CASELESS: Final = re.compile(r"[\u0590-\u1dff\u2e80-\ua63f\uac00-\ud7ff]")


def undetermined(text: str, letters: int, names: frozenset[str] = frozenset()) -> bool:
    """Whether `text`, of whose cleaned form `letters` are letters, has no language.

    `names` are case-folded names of networks and agencies that have no language where they stand alone.
    """
    if letters == 0:
        return True
    bare = text[:LIMIT].strip(_EDGES)
    if bare[2:] and bare[0] == bare[2] and bare == bare[0] * len(bare) and _CASELESS.match(bare) is None:
        # One letter again and again is no word of any language that is written by letters.
        return True
    if "_" in bare:
        bare = _ICON.sub("", bare)
    if bare[-1:].isdigit() and _SIGNED.fullmatch(text[:LIMIT]) is not None:
        return True
    first = bare.partition(" ")[0]
    # Most texts begin with an everyday word that begins no name: then only code is left to be asked for. Given names
    # are among the beginnings of names, so the rest of the question is about the end.
    if _plain(first) and first.casefold() not in _openings(names) and not hopeful(bare):
        formless = code(bare)
    elif only_names(bare, names) or people(bare, names):
        return True
    else:
        # Most texts begin with a word, and then the rest need not be cut.
        formless = (_wordless(bare.split(None, 1)[0]) and all(map(_wordless, bare.split()))) or code(bare)
    return formless and (bare.isascii() or _CASELESS.search(bare) is None)


def named_by_site(text: str, site: str) -> bool:
    """Whether the text, which links to another site, is a name that this site's address spells too.

    `The Guardian` for `theguardian`: letters and digits are compared, and a text in small letters is no name.
    """
    bare = text.strip(_EDGES)
    squeezed = "".join(filter(str.isalnum, bare.casefold()))
    if len(squeezed) < SHORTEST or len(bare) > LONGEST // 2 or bare.islower() or len(bare.split()) > MOST_WORDS:
        return False
    label = site.replace("-", "")
    if squeezed in label:
        return 2 * len(squeezed) > len(label)
    return len(label) > SHORTEST and label in squeezed and all(word[:1].isupper() for word in bare.split())


@functools.lru_cache(maxsize=4)
def _openings(names: frozenset[str]) -> frozenset[str]:
    """First words of `names` and of names of people; nearly every page is judged with the same names."""
    return frozenset(_first(name) for name in names) | given_names()


def _first(folded: str) -> str:
    """Return the first word, empty where the text begins with what stands between words."""
    found = _FIRST.match(folded)
    return found[0] if found else ""


def _plain(word: str) -> bool:
    """Whether the word is written as most words of languages with capital letters are."""
    return len(word) > 1 and word.isalpha() and (word.islower() or word.istitle())


def _wordless(word: str) -> bool:
    if word.casefold() in _SHORT_WORDS:
        return False
    # Asked before the patterns, because it is quick; none of them has room for long words in capitals.
    if _plain(word) or (len(word) > 5 and word.isalpha() and word.isupper()):
        return False
    return len(word) == 1 or _MADE.fullmatch(word) is not None or _MEASURE.fullmatch(word) is not None


def code(bare: str) -> bool:
    """Whether most of the text is code: templates, calls, markup, assignments."""
    if bare.isalnum():
        return False
    # Deleting bytes is many times as quick as the search for one of a set of characters.
    raw = bare.encode("utf-8", "surrogatepass")
    if len(raw.translate(None, _CODE_SIGNS)) == len(raw) and _PARAGRAPH not in bare:
        return False
    words = bare.split()
    needed = CODE_SHARE * sum(map(len, words))
    strange = [one for one in words if not (one.isalpha() and (one.islower() or one.istitle())) or one in _KEYWORDS]
    if sum(map(len, strange)) < needed:
        return False
    return sum(len(word) for word in strange if word in _KEYWORDS or _CODE_WORD.fullmatch(word)) >= needed


def only_names(bare: str, names: frozenset[str]) -> bool:
    """Whether the text is one of `names`, or nothing but several of them and counters."""
    if not names or len(bare) > LONGEST:
        return False
    folded = bare.casefold()
    if folded in names:
        return True
    # Counts and signs stand at the ends, and most texts have letters there.
    if not (folded[:1].isalpha() and folded[-1:].isalpha()) and _COUNTED.sub("", folded) in names:
        return True
    # Most texts fail at their beginning, so that is tried before the whole is cut into words.
    first = _first(folded)
    if first and first not in _openings(names) and not first.isdecimal():
        return False
    if not _begin(_SPLIT.split(folded, maxsplit=3)[:3], names):
        return False
    words = [word for word in _SPLIT.split(folded) if word and not word.isdecimal()]
    while words and (used := _begin(words[:3], names)):
        words = words[used:]
    return not words


def _begin(words: list[str], names: frozenset[str]) -> int:
    """How many of the words make up the first name, numbers left out; 0 if they begin with none."""
    if words[0] in names or words[0].isdecimal() or not words[0]:
        return 1
    return next((size for size in (2, 3) if " ".join(words[:size]) in names), 0)
