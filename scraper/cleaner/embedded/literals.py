"""Values in the text of programs: what a page assigns to `window.__STATE__` and the like.

Source of the syntax: ECMAScript, as far as JSON writers use it. Every expression looks at a character once.
"""

import json
import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import unquote

_DECODER = json.JSONDecoder(strict=False)
# Unclosed strings run to the end, so that no text makes these expressions look twice at a character.
_DOUBLE = r'"(?:[^"\\]|\\.)*+(?:"|\\?\Z)'
_SINGLE = r"'(?:[^'\\]|\\.)*+(?:'|\\?\Z)"
_ASSIGNED = re.compile(
    r"(?:\b(?:window|self|globalThis)\s?(?:\.\s?[\w$]{1,60}|\[\s?[\"'][^\"'\]]{1,60}[\"']\s?\])"
    r"|\b(?:var|let|const)\s(?:__|[a-z]*[iI]nitial|[a-z]*[pP]reload|[A-Z_]{4})[\w$]{0,60})\s?(?:\|\|)?=\s?"
    r"(?=[\[{]\s{0,20}[\"\[{]|JSON\.parse|\(?function|decodeURI)"
)
_PARSED = re.compile(rf"JSON\.parse\(\s?(decodeURIComponent\(\s?)?({_DOUBLE}|{_SINGLE})", re.S)
_UNQUOTED = re.compile(
    rf"({_DOUBLE})|\b(?:undefined|NaN|-?Infinity|void 0)\b|new (?:Date|Map|Set|URL)\(([^()]*)\)", re.S
)
_PAIR = re.compile(rf"(?:\b([\w$]{{1,40}})|\"([\w$-]{{1,40}})\")\s?:\s?({_DOUBLE})", re.S)
_SIGNS = (
    "window.__", 'window["__', "window['__", "self.__", "_STATE", "_DATA", "nitialState", "reloadedState", "nitialData",
    "JSON.parse(",
)  # fmt: skip
_MOST_VALUES, _MOST_PAIRS = 12, 20_000


def assigns(markup: str) -> bool:
    """Whether the programs of a page may assign state; a few plain searches, because short pages are many."""
    return any(sign in markup for sign in _SIGNS)


def values(program: str) -> Iterator[object]:
    """Yield the values a program assigns; of one that cannot be read as JSON, a list of its pairs of name and string.

    `window.__NUXT__ = (function (a) {return {title: a, …}})("…")` is such a one.
    """
    found = False
    for start in islice(_ASSIGNED.finditer(program), _MOST_VALUES):
        value = _value(program, start.end())
        if value is not None:
            found = True
            yield value
    if not found:
        yield [{a or b: string(quoted)} for a, b, quoted in islice(_found_pairs(program), _MOST_PAIRS)]


def string(quoted: str) -> str:
    """Return what a string literal stands for; without its quotation marks where its escapes cannot be read."""
    if quoted.startswith("'"):
        quoted = '"' + quoted[1:-1].replace('\\"', '"').replace('"', '\\"').replace("\\'", "'") + '"'
    try:
        text = _DECODER.decode(re.sub(r"\\x([0-9a-fA-F]{2})", r"\\u00\1", quoted))
    except ValueError:
        return quoted[1:-1]
    return text if isinstance(text, str) else ""


def _value(program: str, start: int) -> object:
    """Return the JSON that begins there, None where none does."""
    parsed = _PARSED.match(program, start)
    if parsed is not None:
        text = string(parsed[2])
        program, start = (unquote(text) if parsed[1] else text), 0
    elif program[start] not in "[{":
        return None
    value = _decoded(program[start:])
    if value is None:
        value = _decoded(_UNQUOTED.sub(_plain, program[start:]))
    return value if isinstance(value, dict | list) else None


def _decoded(text: str) -> object:
    """Return the JSON at the start of a text, None where there is none."""
    try:
        value, _ = _DECODER.raw_decode(text)
    except (ValueError, RecursionError):
        return None
    return value


def _plain(match: re.Match[str]) -> str:
    """Return JSON for what has none: nothing for what is no value, the argument for what is made of one."""
    return match[1] or match[2] or "null"


def _found_pairs(program: str) -> Iterator[tuple[str, str, str]]:
    """Yield name, quoted name (one of the two is empty) and string."""
    for match in _PAIR.finditer(program):
        yield match[1] or "", match[2] or "", match[3]
