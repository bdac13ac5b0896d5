"""Names and decoders of the Encoding Standard; the only file that knows webencodings.

Source: https://encoding.spec.whatwg.org/.
Python's codecs stumble over bytes to which the standard's decoders give a meaning, and count broken pairs
differently. An error handler of the codec machinery mends that, so the common page pays nothing for the rare byte.
"""

import codecs
import re
from collections.abc import Mapping
from typing import Final

import webencodings

REPLACEMENT = "\ufffd"
"""What stands where bytes mean nothing."""

_UNREADABLE = frozenset({"replacement"})
_CODECS: Final[Mapping[str, str]] = {
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "big5": "big5hkscs",
    "euc-jp": "euc_jp",
    "euc-kr": "cp949",
    "macintosh": "mac_roman",
    "x-mac-cyrillic": "mac_cyrillic",
    "windows-874": "cp874",
    "iso-8859-8-i": "iso8859_8",
    "x-user-defined": "cp1252",
}
_MEND = "scraper.charset.mend"
_PAIRED = frozenset({"big5hkscs", "cp932", "cp949", "euc_jp"})
_MULTIBYTE = _PAIRED | {"gb18030"}
_EACH_BYTE = bytes(range(256))
_LONE = re.compile("[\ud800-\udfff]")


def canonical(label: str) -> str | None:
    """Return the standard's name in lower case for a label, or None for an unknown one.

    Encodings the standard reads as one single U+FFFD (`hz-gb-2312`, `iso-2022-kr` …) count as unknown.
    """
    # Labels are ASCII, and webencodings folds case with an encoding that lone surrogates would break.
    found = webencodings.lookup(label) if label.isascii() else None
    return None if found is None or found.name in _UNREADABLE else str(found.name)


def read(data: bytes, name: str) -> str:
    """Decode bytes in an encoding named by `canonical` (or `utf-32le`, `utf-32be`), U+FFFD for what means nothing."""
    if name.startswith("utf-") or name == "iso-2022-jp":
        return data.decode(name, "replace")
    codec = _CODECS.get(name, name)
    if codec in _MULTIBYTE:
        return data.decode(codec, _MEND)
    # A table without gaps keeps garbage as fast as text: the handler is called for 256 bytes only.
    return codecs.charmap_decode(data, "strict", _EACH_BYTE.decode(codec, _MEND))[0]


def write(text: str, name: str) -> bytes:
    """Encode markup in an encoding named by `canonical`; what it cannot write becomes a character reference."""
    return text.encode(_CODECS.get(name, name), "xmlcharrefreplace")


def without_surrogates(text: str) -> str:
    """Replace lone surrogates, which no encoding can carry, by U+FFFD."""
    return text if text.isascii() else _LONE.sub(REPLACEMENT, text)


def _mend(error: UnicodeError) -> tuple[str, int]:
    """Read the bytes a codec stumbled over as the standard does, and say where to go on."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    data, at = error.object, error.start
    if error.encoding in _PAIRED and 0x81 <= data[at] <= 0xFE and data[at + 1 : at + 2] >= b"\x80":
        return (_vendor_row(data[at], data[at + 1]) if error.encoding == "euc_jp" else REPLACEMENT), at + 2
    if error.encoding == "gb18030":
        return ("€" if data[at] == 0x80 else REPLACEMENT), at + 1
    return (chr(data[at]) if data[at] < 0xA0 and error.encoding == "charmap" else REPLACEMENT), at + 1


def _vendor_row(high: int, low: int) -> str:
    """Read a pair of EUC-JP that only vendors assigned (circled digits and the like) at its place in Shift_JIS.

    Both encodings are views of one grid of 94 x 94 cells (JIS X 0208), and Python's cp932 has the vendors' rows.
    """
    row, cell = high - 0xA1, low - 0xA1
    lead = row // 2 + (0x81 if row < 62 else 0xC1)
    trail = cell + 0x9F if row % 2 else cell + 0x40 + (cell >= 63)
    pair = bytes((lead, trail)).decode("cp932", "replace") if 0 <= cell < 94 and lead <= 0xFC else REPLACEMENT
    return pair if len(pair) == 1 else REPLACEMENT


# The codec machinery keeps handlers in a table of the process; the name is ours and the handler never changes.
codecs.register_error(_MEND, _mend)
