"""The bytes worth judging: words of a page's text that are not plain ASCII."""

import re

LOOKED_AT = 1 << 18
"""Bytes of markup one look covers."""
ENOUGH = 3000
"""Bytes of words that settle any encoding."""
_LOOKS = 8
_LONGEST = 60

_MARKUP = re.compile(rb"<!--.*?(?:-->|\Z)|<[^>]*(?:>|\Z)", re.DOTALL)
_NO_MARKUP = re.compile(rb"[<>]")
# Bytes from 0x40 on and digits may be the second half of a character in the multi-byte encodings of Asia.
_GAP = re.compile(rb"[\x00-\x2f\x3a-\x3f]+")


def words(data: bytes) -> bytes:
    """Return words with bytes beyond ASCII from between the tags, parted by spaces: the first `ENOUGH` bytes of them.

    For every byte value that occurs only later one more word is added, because near relatives among the encodings
    differ in a few values only. The first two megabytes are searched. Comments and attributes are not text.
    """
    return _collect(data, _MARKUP)


def all_words(data: bytes) -> bytes:
    """Return words as `words` does, those in comments and attributes included."""
    return _collect(data, _NO_MARKUP)


def _collect(data: bytes, markup: re.Pattern[bytes]) -> bytes:
    """Look for words until there are enough."""
    found: list[bytes] = []
    size = 0
    for start in range(0, min(len(data), _LOOKS * LOOKED_AT), LOOKED_AT):
        chunk = data[start : start + LOOKED_AT]
        if not chunk.isascii():
            found += (word for word in _GAP.split(markup.sub(b" ", chunk)) if not word.isascii())
            size = sum(map(len, found))
        if size >= ENOUGH:
            break
    return _representative(b" ".join(found))


def _representative(text: bytes) -> bytes:
    """Cut words to about `ENOUGH` bytes and add a word for each value that was lost by it."""
    end = text.find(b" ", ENOUGH)
    if end < 0:
        return text[: 2 * ENOUGH]
    first, rest = text[:end], text[end:] + b" "
    lost = (rest.index(value) for value in sorted(set(rest) - set(first)) if value >= 0x80)
    more = {rest.rfind(b" ", 0, at) + 1: rest.find(b" ", at) for at in lost}
    return b" ".join((first, *(rest[start : min(stop, start + _LONGEST)] for start, stop in more.items())))
