"""Whether a string out of a script is prose, and how much: nobody marks it, and most strings there are not."""

import re
from html import unescape

from scraper.cleaner.facts import DENSE_RANGES, DENSITY

_TAG = re.compile(r"<[^<>]*+>")
_MARKUP = re.compile(r"<(?:/?[a-zA-Z][a-zA-Z0-9]{0,15}[\s/>]|br)")
# One character of these scripts says about as much as two and a half of an alphabet, and few spaces part them.
_DENSE = re.compile(f"[{''.join(f'{chr(first)}-{chr(last)}' for first, last in DENSE_RANGES)}]")
_CODE = re.compile(r"[{}=;\\<>_$|#^~]")
_HALVES = re.compile("[\ud800-\udfff]")
_LEAST = 80.0
"""Size from which a string can be running text."""
_MOST_CODE = 0.03
"""Share of characters that programs use and prose does not."""
_LONGEST_WORD = 25
"""Mean characters between two spaces in any language that writes spaces."""


def is_markup(text: str) -> bool:
    """Whether the string holds HTML elements."""
    return "<" in text and _MARKUP.search(text) is not None


def whole(text: str) -> str:
    """Return the string as a page may hold it: halves of characters replaced, markup that was escaped made markup."""
    if "&lt;" in text and "<" not in text:
        text = unescape(text)
    return text if text.isascii() else _HALVES.sub("\ufffd", text)


def bare(text: str) -> str:
    """Return the words of the string: tags become spaces, entities characters."""
    text = whole(text)
    if "<" in text:
        text = _TAG.sub(" ", text)
    return " ".join((unescape(text) if "&" in text else text).split())


def size(text: str) -> float:
    """Return the size of a text: its characters, those of dense scripts (Chinese, Thai …) two and a half times."""
    return float(len(text)) if text.isascii() else len(text) + DENSITY * len(_DENSE.findall(text))


def reads(text: str) -> bool:
    """Whether bare text is running prose in any language: no code, no address, no list of identifiers."""
    dense = 0 if text.isascii() else len(_DENSE.findall(text))
    if len(text) + DENSITY * dense < _LEAST or len(_CODE.findall(text)) > _MOST_CODE * len(text):
        return False
    return 2 * dense > len(text) or text.count(" ") * _LONGEST_WORD >= len(text)
