"""Two spellings of any string: tidied for people, and folded for comparing."""

import re
import unicodedata
from html import unescape

# Soft hyphens, zero-width marks and control characters: invisible, but they part equal words. White space is kept.
_CONTROLS = set(range(0x20)) - set(range(0x09, 0x0E)) | set(range(0x7F, 0xA0)) - {0x85}
_INVISIBLE = dict.fromkeys([*map(ord, "\u00ad\u200b\u2060\ufeff"), *sorted(_CONTROLS)])
# JSON can escape halves of a character, which no encoding can write.
_HALVES = re.compile("[\ud800-\udfff]")
_WORDS = re.compile(r"\w+")


def tidy(text: str) -> str:
    """Return the text with entities that were escaped twice resolved, white space folded, invisible marks gone."""
    if "&" in text:
        text = unescape(text)
    if not (text.isascii() and text.isprintable()):
        text = _HALVES.sub("\ufffd", text.translate(_INVISIBLE))
    return " ".join(text.split())


def folded(text: str) -> str:
    """Return the words of the text for comparing: compatibility forms and case folded, punctuation left out."""
    return " ".join(_WORDS.findall(unicodedata.normalize("NFKC", text).casefold()))
