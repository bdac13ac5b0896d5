"""JSON as pages really write it, to Python values.

The grammar is RFC 8259; on top of it this bears with what content management systems emit: comments, CDATA marks,
trailing commas and semicolons, raw line ends and control characters in strings, entities for quotation marks,
several documents one after the other, and escapes that JSON does not know.
"""

import json
import re
from collections.abc import Iterator
from html import unescape

_DECODER = json.JSONDecoder(strict=False)
# Unclosed strings and comments run to the end, so that no text makes these expressions look twice at a character.
_STRING = r'"(?:[^"\\]|\\.)*+(?:"|\\?\Z)'
_CDATA = r"(?://|/\*)?[ \t]*(?:<!\[CDATA\[|\]\]>)[ \t]*(?:\*/)?"
_NOISE = re.compile(rf"({_STRING})|<!--|-->|{_CDATA}|//[^\n]*|/\*.*?(?:\*/|\Z)", re.S)
_COMMAS = re.compile(rf"({_STRING})|,(?=\s*[,}}\]])", re.S)
_ESCAPES = re.compile(r'\\(?!["\\/bfnrt]|u[0-9a-fA-F]{4})')
_START = re.compile(r"[\[{]")
_PAIR = re.compile(r'"(headline|datePublished|dateModified)"\s*:\s*("(?:[^"\\\n]|\\.)*")')

_MENDED = 1_000_000
"""Characters of broken text that are mended: these expressions hold a hundred bytes a character."""


def documents(text: str) -> Iterator[object]:
    """Yield the JSON values in the text of a script; of hopeless text, an object of the few pairs that can be read."""
    try:
        yield _DECODER.decode(text.strip().rstrip(";"))
    except (ValueError, RecursionError):
        text = text[:_MENDED]
        mended = _mend(text)
        found = list(_several(mended))
        yield from found or _pairs(text)


def _mend(text: str) -> str:
    """Remove what is not JSON from between the strings, and unknown escapes from inside them."""
    if "&quot;" in text and '"' not in text.replace('\\"', ""):
        text = unescape(text)
    text = _NOISE.sub(_only_string, text)
    text = _COMMAS.sub(_only_string, text)
    return _ESCAPES.sub("", text)


def _only_string(match: re.Match[str]) -> str:
    return match[1] or ""


def _several(text: str) -> Iterator[object]:
    """Yield documents that stand one after the other, as far as they can be read."""
    start = _START.search(text)
    while start is not None:
        try:
            value, end = _DECODER.raw_decode(text, start.start())
        except (ValueError, RecursionError):
            return
        yield value
        start = _START.search(text, end)


def _pairs(text: str) -> Iterator[object]:
    """Yield one object of the title and dates that can still be read where the rest is broken."""
    pairs: dict[str, object] = {"@type": "Article"}
    for name, quoted in _PAIR.findall(text):
        pairs.setdefault(name, _DECODER.decode(quoted))
    if len(pairs) > 1:
        yield pairs
