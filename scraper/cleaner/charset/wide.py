"""UTF-16 and UTF-32: byte order marks, and telling them without one."""

import codecs
from collections.abc import Mapping
from typing import Final

from scraper.cleaner.charset.labels import read
from scraper.cleaner.charset.plausibility import cost
from scraper.cleaner.charset.profiles import EVERY

# UTF-32 is outside the Encoding Standard; its little-endian mark begins with that of UTF-16 and goes first.
MARKS: Final[Mapping[bytes, str]] = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF32_LE: "utf-32le",
    codecs.BOM_UTF32_BE: "utf-32be",
    codecs.BOM_UTF16_LE: "utf-16le",
    codecs.BOM_UTF16_BE: "utf-16be",
}
"""Byte order marks and what they announce, in the order of asking."""

_NAMES = ("utf-16le", "utf-16be", "utf-32le", "utf-32be")
_SEEN = 1024
_LIMIT = 12.5
"""Bits a character up to which a reading is text: right ones cost 5 (Latin) to 11 (Chinese), swapped bytes 17."""


def mark(data: bytes) -> tuple[str, int] | None:
    """Return the encoding a byte order mark announces and the length of the mark, or None without one."""
    return next(((name, len(sign)) for sign, name in MARKS.items() if data.startswith(sign)), None)


def unmarked(data: bytes) -> str | None:
    """Return the wide encoding of bytes without a mark, or None where they are not wide.

    Markup of wide pages is every second byte zero, so bytes without a zero near their start are not asked about.
    """
    head = data[:_SEEN]
    if b"\0" not in head:
        return None
    prices = {name: _price(read(head[: max(len(head) // 4 * 4, 2)], name)) for name in _NAMES}
    name = min(_NAMES, key=prices.__getitem__)
    return name if prices[name] <= _LIMIT else None


def is_wide(data: bytes) -> bool:
    """Tell whether bytes are UTF-16 or UTF-32, marked or not: text in spite of its zero bytes."""
    marked = mark(data)
    return bool((marked and marked[0] != "utf-8") or unmarked(data))


def _price(text: str) -> float:
    """Return the bits a character of the text costs."""
    return cost(text, EVERY) / len(text) if text else _LIMIT + 1
