"""Bytes that are not what they say they are."""

import codecs

from tests.hostile.kind import BEGIN, CODA, END, STORY, Kind

_PAGE = BEGIN + END
_META = _PAGE.replace("<head>", "<head><meta charset={}>")


def _said(charset: str, written: str = "utf-8", extra: str = "") -> bytes:
    """Return a page that says one encoding and is written in another."""
    return _META.format(charset).replace("</body>", f"{extra}</body>").encode(written)


CHARSETS = (
    Kind("charset-missing", _PAGE.encode),
    Kind("charset-unknown", lambda: _said("x-no-such-thing")),
    Kind("charset-empty", lambda: _said('""')),
    Kind("charset-lies-utf-16", lambda: _said("utf-16le")),
    Kind("charset-lies-gbk", lambda: _said("gbk", extra="<p>Überfahrt – 水</p>" * 1_000)),
    Kind("charset-lies-utf-8", lambda: _said("utf-8", "windows-1252", extra="<p>Überfahrt café</p>" * 1_000)),
    Kind("charset-lies-shift-jis", lambda: _said("shift_jis", "euc-jp", extra="<p>船は朝七時に港を出た。</p>" * 1_000)),
    Kind("charset-utf-7", lambda: _said("utf-7", extra="+ADw-script+AD4-" * 1_000)),
    Kind(
        "charset-iso-2022-jp",
        lambda: _said("iso-2022-jp", "iso-2022-jp", extra="<p>船は朝七時に港を出た。</p>" * 1_000),
    ),
    Kind("charset-hz", lambda: _said("hz-gb-2312", extra="~{" * 10_000)),
    Kind("charset-many", lambda: _PAGE.replace("<head>", "<head>" + "<meta charset=gbk>" * 100_000).encode()),
    Kind("charset-long", lambda: _said("a" * 1_000_000)),
    Kind("charset-replacement", lambda: _said("iso-2022-kr")),
    Kind("utf-16le-bom", lambda: codecs.BOM_UTF16_LE + _PAGE.encode("utf-16-le")),
    Kind("utf-16be-bom", lambda: codecs.BOM_UTF16_BE + _PAGE.encode("utf-16-be")),
    Kind("utf-16le-no-bom", lambda: _PAGE.encode("utf-16-le")),
    Kind("utf-16be-no-bom", lambda: _PAGE.encode("utf-16-be")),
    Kind("utf-32le-bom", lambda: codecs.BOM_UTF32_LE + _PAGE.encode("utf-32-le")),
    Kind("utf-32be-bom", lambda: codecs.BOM_UTF32_BE + _PAGE.encode("utf-32-be")),
    Kind("utf-32le-no-bom", lambda: _PAGE.encode("utf-32-le"), ()),
    Kind("utf-16-odd-length", lambda: codecs.BOM_UTF16_LE + _PAGE.encode("utf-16-le") + b"\x3c"),
    Kind(
        "utf-16-lone-halves",
        lambda: codecs.BOM_UTF16_LE + _PAGE.encode("utf-16-le") + b"\x00\xd8" * 500_000,
        (STORY, CODA),
    ),
    Kind("bom-then-lie", lambda: codecs.BOM_UTF8 + _said("gbk")),
    Kind("bom-twice", lambda: codecs.BOM_UTF8 * 2 + _said("utf-8")),
    Kind("bytes-at-random", lambda: _noise() + _PAGE.encode(), (), frozenset({"not_html"})),
    Kind("bytes-at-random-behind", lambda: _PAGE.encode() + _noise() * 40),
    Kind("high-bytes-10mb", lambda: _PAGE.encode() + b"\xff\xfe\xfd" * 3_300_000),
    Kind("euc-kr-halves", lambda: _said("euc-kr") + b"\xb0" * 3_000_000),
)
"""All kinds of the family."""


def _noise() -> bytes:
    """Return bytes without a pattern, the same ones every time."""
    state, found = 1, bytearray()
    for _ in range(20_000):
        state = (state * 1_103_515_245 + 12_345) % 2**31
        found.append(state >> 16 & 255)
    return bytes(found)
