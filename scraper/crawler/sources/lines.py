"""Where in a TOML file each field stands: the standard library's reader gives values and no lines.

A small scanner of its own over text that `tomllib` has already accepted, so it decides nothing and only finds the
ends of things. Source: TOML 1.0, https://toml.io/en/v1.0.0.
"""

import re
import tomllib
from bisect import bisect_right
from collections.abc import Mapping

FieldPath = tuple[str | int, ...]
"""Keys from the outside in; elements of an array, and the tables of an array of tables, by number from 0."""

_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*+")
_KEY = re.compile(r"""[ \t]*("(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[A-Za-z0-9_-]+)[ \t]*(\.?)""")
# A multi-line string may end in up to two quotes of its own before the three that close it.
_STRING = re.compile(
    r'"""(?:[^"\\]|\\[\s\S]|"{1,2}(?!"))*"{3,5}'
    r"|'''(?:[^']|'{1,2}(?!'))*'{3,5}"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'[^'\n]*'"
)
_BARE = re.compile(r"[^,\]}\n#]+")


def field_lines(text: str) -> Mapping[FieldPath, int]:
    """Return the line (from 1) of every key, table and element of an array in a valid TOML text."""
    return _Scanner(text).scan()


class _Scanner:
    """A place in the text, and the lines found so far."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self._lines: dict[FieldPath, int] = {}
        self._last: dict[FieldPath, int] = {}

    def scan(self) -> Mapping[FieldPath, int]:
        """Read to the end."""
        here: FieldPath = ()
        self._take(_BLANK)
        while self._at < len(self._text):
            if self._text[self._at] == "[":
                here = self._header()
            else:
                self._pair(here)
            self._take(_BLANK)
        return self._lines

    def _take(self, pattern: re.Pattern[str]) -> str:
        """Go past what the pattern matches here, and return it."""
        match = pattern.match(self._text, self._at)
        self._at = match.end() if match else self._at + 1
        return match[0] if match else ""

    def _note(self, path: FieldPath, place: int) -> None:
        """Keep the line of a place in the text for a path, unless an earlier one is known."""
        self._lines.setdefault(path, bisect_right(self._starts, place))

    def _keys(self) -> list[str]:
        """Read a key, dotted or not."""
        keys = []
        while match := _KEY.match(self._text, self._at):
            self._at = match.end()
            keys.append(_plain(match[1]))
            if not match[2]:
                break
        return keys

    def _header(self) -> FieldPath:
        """Read `[a.b]` or `[[a.b]]`; return the table's path, the last table of every array on the way."""
        start = self._at
        brackets = 2 if self._text.startswith("[[", start) else 1
        self._at += brackets
        path: FieldPath = ()
        for key in self._keys():
            path = (*self._entered(path), key)
        if brackets == 2:
            self._last[path] = self._last.get(path, -1) + 1
        path = self._entered(path)
        self._note(path, start)
        self._at += brackets
        return path

    def _entered(self, path: FieldPath) -> FieldPath:
        """Return the path of the last table where a path is that of an array of tables."""
        return (*path, self._last[path]) if path in self._last else path

    def _pair(self, table: FieldPath) -> None:
        """Read `key = value`."""
        start = self._at
        path = table
        for key in self._keys():
            path = (*path, key)
            self._note(path, start)
        self._at = self._text.index("=", self._at) + 1
        self._take(_BLANK)
        self._value(path)

    def _value(self, path: FieldPath) -> None:
        """Read a value of any type."""
        opening = self._text[self._at]
        if opening == "[":
            self._array(path)
        elif opening == "{":
            self._inline_table(path)
        else:
            self._take(_STRING if opening in "\"'" else _BARE)

    def _array(self, path: FieldPath) -> None:
        """Read `[…]`, over any number of lines."""
        self._at += 1
        number = 0
        while self._opens("]"):
            self._note((*path, number), self._at)
            self._value((*path, number))
            number += 1

    def _inline_table(self, path: FieldPath) -> None:
        """Read `{…}`."""
        self._at += 1
        while self._opens("}"):
            self._pair(path)

    def _opens(self, closing: str) -> bool:
        """Go to the next entry, or past the closing sign; tell which."""
        self._take(_BLANK)
        if self._text[self._at] == ",":
            self._at += 1
            self._take(_BLANK)
        if self._text[self._at] != closing:
            return True
        self._at += 1
        return False


def _plain(key: str) -> str:
    """Return a key without its quotes, escapes resolved."""
    if key[0] not in "\"'":
        return key
    return str(tomllib.loads(f"key = {key}")["key"])
