"""The order in which evidence about an encoding is heard, and the text that comes of it.

    byte order mark > Content-Type header > markup > valid UTF-8 > statistics > windows-1252

A declaration is believed as long as the text it gives looks like a language: servers and templates declare
what they were set up with years ago, while the bytes come from whatever wrote the story.
"""

from collections.abc import Mapping

from scraper.cleaner.charset.contest import believable, best
from scraper.cleaner.charset.labels import REPLACEMENT, read
from scraper.cleaner.charset.prescan import declared_by_header, declared_inside
from scraper.cleaner.charset.sample import all_words, words
from scraper.cleaner.charset.wide import mark, unmarked
from scraper.model.page import Encoding

UTF8 = "utf-8"
FALLBACK = Encoding("windows-1252", "fallback")
"""What bytes are read in when nothing speaks for anything."""

_PAIRED = frozenset({"gbk", "gb18030", "big5", "shift_jis", "euc-jp", "euc-kr"})
_CHANCE = 12
"""Bytes of text up to which pairs of an Asian encoding may be valid UTF-8 by chance."""
_FEW = 0.02
"""Share of broken characters up to which nobody doubts UTF-8."""
_ESCAPE = b"\x1b$"


def settle(data: bytes, content_type: str | None) -> tuple[Encoding, str]:
    """Return the encoding of a page's bytes with what spoke for it, and the text; any bytes give a text."""
    marked = mark(data)
    if marked:
        name, length = marked
        return _utf8(data[length:], {UTF8: "bom"}) if name == UTF8 else _as(Encoding(name, "bom"), data[length:])
    declared = _declarations(data, content_type)
    wide = unmarked(data)
    if wide:
        return _as(Encoding(wide, declared.get(wide, "statistics")), data)
    narrow = {name: because for name, because in declared.items() if not name.startswith("utf-16")}
    return _ascii(data, narrow) if data.isascii() else _utf8(data, narrow)


def _declarations(data: bytes, content_type: str | None) -> Mapping[str, str]:
    """Return declared encodings and who declares them, the strongest word first."""
    spoken = ((declared_by_header(content_type), "http"), (declared_inside(data), "meta"))
    found: dict[str, str] = {}
    for name, because in spoken:
        if name:
            found.setdefault(name, because)
    return found


def _as(encoding: Encoding, data: bytes) -> tuple[Encoding, str]:
    """Read bytes in an encoding that is settled."""
    return encoding, read(data, encoding.name)


def _first(declared: Mapping[str, str]) -> Encoding | None:
    """Return the strongest declaration."""
    return next((Encoding(name, because) for name, because in declared.items()), None)


def _ascii(data: bytes, declared: Mapping[str, str]) -> tuple[Encoding, str]:
    """Settle bytes below 0x80, which nearly all encodings read alike."""
    if not declared and _ESCAPE in data:
        text = read(data, "iso-2022-jp")
        if REPLACEMENT not in text:
            return Encoding("iso-2022-jp", "statistics"), text
    return _as(_first(declared) or FALLBACK, data)


def _utf8(data: bytes, declared: Mapping[str, str]) -> tuple[Encoding, str]:
    """Settle bytes that are not only ASCII: UTF-8 where they are valid, which hardly happens by chance."""
    try:
        text = data.decode(UTF8)
    except UnicodeDecodeError:
        return _not_utf8(data, declared)
    stated = _first(declared)
    if stated is None or UTF8 in declared:
        return Encoding(UTF8, declared.get(UTF8, UTF8)), text
    return _as(stated, data) if _by_chance(data, declared) else (Encoding(UTF8, UTF8), text)


def _by_chance(data: bytes, declared: Mapping[str, str]) -> bool:
    """Tell whether valid UTF-8 proves nothing against a declaration.

    That is so where all of it stands in comments and attributes, and in very short texts of Asian encodings.
    """
    sample = words(data)
    if len(sample) >= _CHANCE or not sample:
        return not sample
    return bool(_PAIRED & set(declared)) and best(sample, declared).name in declared


def _not_utf8(data: bytes, declared: Mapping[str, str]) -> tuple[Encoding, str]:
    """Settle bytes that are not valid UTF-8: broken UTF-8 or an older encoding."""
    text = read(data, UTF8)
    if _nearly(text, data):
        return Encoding(UTF8, declared.get(UTF8, "statistics")), text
    stated, sample = _first(declared), words(data) or all_words(data)
    if stated and stated.name != UTF8 and believable(sample, stated.name):
        return _as(stated, data)
    won = best(sample, declared)
    found = Encoding(won.name, declared.get(won.name, "statistics"))
    return _as(found if won.believable else stated or FALLBACK, data)


def _nearly(text: str, data: bytes) -> bool:
    """Tell whether bytes are UTF-8 but for a few broken ones."""
    broken = text.count(REPLACEMENT) - data.count(REPLACEMENT.encode())
    beyond = len(text) - len(text.encode("ascii", "ignore"))
    return broken <= _FEW * beyond
