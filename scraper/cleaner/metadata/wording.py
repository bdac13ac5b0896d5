"""Two spellings of any string: tidied for people, and folded for comparing."""

import re
import unicodedata
from html import unescape

# Soft hyphens, zero-width marks and byte order marks: invisible, but they part equal words.
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
_WORDS = re.compile(r"\w+")


def tidy(text: str) -> str:
    """Return the text with entities that were escaped twice resolved, white space folded, invisible marks gone."""
    if "&" in text:
        text = unescape(text)
    if not text.isascii():
        text = text.translate(_INVISIBLE)
    return " ".join(text.split())


def folded(text: str) -> str:
    """Return the words of the text for comparing: compatibility forms and case folded, punctuation left out."""
    return " ".join(_WORDS.findall(unicodedata.normalize("NFKC", text).casefold()))
