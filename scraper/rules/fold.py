"""One spelling for phrases and segments, so that "ΣΧΕΤΙΚΑ ΑΡΘΡΑ »" finds "Σχετικά άρθρα".

Folding is for comparing only: the result is not for a reader's eyes. Beyond Unicode's compatibility form and case
folding (UAX 15; The Unicode Standard, section 3.13) it levels what sites write now one way, now the other:
Greek accents (missing in capitals), Turkish dotted and dotless i, Russian ё, Romanian cedillas and commas, Arabic
vowel signs and letter forms that Persian shares, curly apostrophes, and the space French sets before a colon.
A copyright sign, also as "(c)", is the one sign that is kept at the ends.
"""

import re
import unicodedata
from collections.abc import Mapping
from typing import Final

_INVISIBLE: Final = re.compile(
    "[\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"  # soft hyphen, joiners, directions
    "\u0640\u064b-\u0652]"  # Arabic stretching stroke and vowel signs
)
_LEVELLED: Final[Mapping[str, str]] = {
    **dict(zip("άέήίόύώϊϋΐΰ", "αεηιουωιυιυ", strict=True)),
    **dict(zip("ёıșț", "еişţ", strict=True)),
    **dict(zip("أإآىيك", "اااییک", strict=True)),
    **dict(zip("’‘ʼ‐", "'''-", strict=True)),
    "\u0307": "",  # what case folding leaves of the Turkish capital dotted I
}
_UNEVEN: Final = re.compile("[" + "".join(_LEVELLED) + "]")
_COUNT: Final = re.compile(r"^[(\[]\s*\d[\d.,]*\s*[)\]]|[(\[]\s*\d[\d.,]*\s*[)\]]$")


def fold(text: str) -> str:
    """Bring a segment or a phrase to the form in which they are compared; idempotent, possibly empty.

    Long texts cost in proportion to their length (20 to 60 ns a character): who only wants to know whether a segment
    is or starts with a phrase may cut it to 200 characters first, no phrase is that long.
    """
    return _bare(_level(text))


def fold_prefix(text: str) -> str:
    """Fold a phrase that stands at the start of a segment: a closing colon, slash or sign is kept."""
    level = _level(text)
    bare = _bare(level)
    return level[level.find(bare) :] if bare else ""


def _level(text: str) -> str:
    """Give one sequence of code points to all spellings of a text, white space included."""
    folded = text.lower() if text.isascii() else _unicode_level(text)
    return folded if folded.isalnum() else " ".join(folded.split()).replace(" :", ":").replace("(c)", "©")


def _unicode_level(text: str) -> str:
    """Level a text beyond ASCII; twice through NFKC because case folding takes some letters apart."""
    # NFKC would make a bare letter of the circled C that Korean sites use as copyright sign.
    visible = _INVISIBLE.sub("", text).replace("ⓒ", "©").replace("Ⓒ", "©")
    even = _UNEVEN.sub(_even, unicodedata.normalize("NFKC", visible).casefold())
    return even if unicodedata.is_normalized("NFKC", even) else _UNEVEN.sub(_even, unicodedata.normalize("NFKC", even))


def _even(found: re.Match[str]) -> str:
    """Give the letter that stands for one of the letters that are written now one way, now the other."""
    return _LEVELLED[found[0]]


def _bare(text: str) -> str:
    """Strip punctuation, symbols, spaces and counts such as "(12)" from both ends until nothing gives way."""
    while text and not (text[0].isalnum() and text[-1].isalnum()):
        inner = _COUNT.sub("", text) if text[-1:] in ")]" or text[:1] in "([" else text
        start, end = 0, len(inner)
        while start < end and not (inner[start].isalnum() or inner[start] == "©"):
            start += 1
        while end > start and not (inner[end - 1].isalnum() or _closes_word(inner[end - 1])):
            end -= 1
        if end - start == len(text):
            break
        text = inner[start:end]
    return text


def _closes_word(char: str) -> bool:
    """Tell whether a sign that is no letter can end a word: a mark of an Indic or Thai letter, a copyright sign."""
    return char == "©" or unicodedata.category(char) in {"Mn", "Mc"}
