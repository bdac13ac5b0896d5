"""One spelling for phrases and segments, so that "ΣΧΕΤΙΚΑ ΑΡΘΡΑ »" finds "Σχετικά άρθρα".

Folding is for comparing only: the result is not for a reader's eyes. Beyond Unicode's compatibility form and case
folding (UAX 15; The Unicode Standard, section 3.13) it levels what sites write now one way, now the other:
Greek accents (missing in capitals), Turkish dotted and dotless i, Russian ё, Romanian cedillas and commas, Arabic
vowel signs and letter forms that Persian shares, curly apostrophes, and the space French sets before a colon.
A copyright sign at the start, also as "(c)", is the one sign that is kept.
"""

import re
import unicodedata
from collections.abc import Mapping
from typing import Final

_INVISIBLE: Final[Mapping[int, None]] = dict.fromkeys(
    # Soft hyphen, combining grapheme joiner, zero-width and direction marks, word joiners, variation selectors, BOM.
    (0x00AD, 0x034F, 0x061C, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF)
    + tuple(range(0xFE00, 0xFE10))
    + tuple(range(0x064B, 0x0653))  # Arabic vowel signs
    + (0x0640,)  # Arabic stretching stroke
)
_LEVEL: Final[Mapping[int, str | None]] = str.maketrans(
    "άέήίόύώϊϋΐΰ" + "ёı" + "șț" + "أإآىيك" + "’‘ʼ‐",
    "αεηιουωιυιυ" + "еi" + "şţ" + "اااییک" + "'''-",
    "\u0307",  # what case folding leaves of the Turkish capital dotted I
)
_COUNT: Final = re.compile(r"^[(\[]\s*\d[\d.,]*\s*[)\]]|[(\[]\s*\d[\d.,]*\s*[)\]]$")


def fold(text: str) -> str:
    """Bring a segment or a phrase to the form in which they are compared; idempotent, possibly empty.

    Long texts cost in proportion to their length (about 40 ns a character): who only wants to know whether a segment
    is or starts with a phrase may cut it to 200 characters first, no phrase is that long.
    """
    return _bare(_level(text))


def fold_prefix(text: str) -> str:
    """Fold a phrase that stands at the start of a segment: a closing colon, slash or sign is kept."""
    level = _level(text)
    bare = _bare(level)
    start = level.find(bare)
    return level[start:].rstrip() if bare else ""


def _level(text: str) -> str:
    """Give one code point sequence to all spellings of a text, white space included."""
    if text.isascii():
        folded = text.lower()
    else:
        folded = _unicode_level(text)
    return " ".join(folded.split()).replace(" :", ":").replace("(c)", "©")


def _unicode_level(text: str) -> str:
    """Level a text beyond ASCII; twice through NFKC because case folding takes some letters apart."""
    composed = unicodedata.normalize("NFKC", text.translate(_INVISIBLE)).casefold()
    return unicodedata.normalize("NFKC", composed.translate(_LEVEL)).translate(_LEVEL)


def _bare(text: str) -> str:
    """Strip punctuation, symbols, spaces and counts such as "(12)" from both ends until nothing gives way."""
    while True:
        inner = _COUNT.sub("", text) if text.endswith((")", "]")) or text.startswith(("(", "[")) else text
        start, end = _span(inner)
        if end - start == len(text):
            return text
        text = inner[start:end]


def _span(text: str) -> tuple[int, int]:
    """First and past-the-last index of what stays when outer signs are stripped; parentheses of counts stay."""
    start, end = 0, len(text)
    while start < end and not (text[start].isalnum() or text[start] == "©"):
        start += 1
    while end > start and not (_closes_word(text[end - 1]) or text[end - 1] == "©"):
        end -= 1
    return start, end


def _closes_word(char: str) -> bool:
    """Whether a character can be the last of a word: letters, digits, and the marks Indic and Thai words end in."""
    return char.isalnum() or unicodedata.category(char) in {"Mn", "Mc"}
