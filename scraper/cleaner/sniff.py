"""What is clearly no web page: pictures, archives, programs, data. Everything else is given to the parser.

Signatures follow https://mimesniff.spec.whatwg.org/ where it has them, else the formats' own descriptions.
"""

import json
import re
from collections.abc import Mapping
from typing import Final

_SIGNATURES: Final[Mapping[bytes, str]] = {
    b"%PDF-": "a PDF",
    b"%!PS": "PostScript",
    b"{\\rtf": "an RTF document",
    b"\xff\xd8\xff": "a JPEG picture",
    b"\x89PNG\r\n\x1a\n": "a PNG picture",
    b"GIF87a": "a GIF picture",
    b"GIF89a": "a GIF picture",
    b"II*\0": "a TIFF picture",
    b"MM\0*": "a TIFF picture",
    b"\0\0\1\0": "an icon",
    b"PK\3\4": "a ZIP archive or an office document",
    b"PK\5\6": "an empty ZIP archive",
    b"\x1f\x8b": "gzip data",
    b"BZh": "bzip2 data",
    b"\xfd7zXZ\0": "xz data",
    b"\x28\xb5\x2f\xfd": "Zstandard data",
    b"7z\xbc\xaf\x27\x1c": "a 7-Zip archive",
    b"Rar!\x1a\7": "a RAR archive",
    b"\x7fELF": "an ELF program",
    b"\0asm": "a WebAssembly program",
    b"\xca\xfe\xba\xbe": "a Java class",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "an old office document",
    b"ID3": "an MP3 recording",
    b"OggS\0": "an Ogg recording",
    b"fLaC": "a FLAC recording",
    b"\x1a\x45\xdf\xa3": "a WebM or Matroska film",
    b"wOFF": "a font",
    b"wOF2": "a font",
    b"OTTO\0": "a font",
    b"\0\1\0\0\0": "a font",
    b"SQLite format 3\0": "an SQLite database",
}
_PRINTABLE_MARKS = frozenset({b"BZh", b"ID3", b"fLaC", b"wOFF", b"wOF2"})
_MEDIA: Final[Mapping[tuple[int, bytes], str]] = {
    (8, b"WEBP"): "a WebP picture",
    (8, b"WAVE"): "a WAVE recording",
    (8, b"AVI "): "an AVI film",
    (4, b"ftyp"): "an MP4 film or an AVIF or HEIC picture",
}
_ROOTS: Final[Mapping[str, str]] = {
    "rss": "an RSS feed",
    "rdf:rdf": "an RDF feed",
    "feed": "an Atom feed",
    "urlset": "a sitemap",
    "sitemapindex": "an index of sitemaps",
    "opml": "a list of feeds (OPML)",
    "svg": "an SVG picture",
}
_CONTROLS = bytes((*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20)))
_SEEN = 4096
_FEW_CONTROLS = 8
_CONTROL_SHARE = 0.04
_BLANK = b"\0 \t\n\f\r\v"
_SOMETHING = re.compile(r"[^\s\0\ufeff]")
_PROLOG = re.compile(r"[\s\ufeff]+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*>", re.DOTALL | re.IGNORECASE)
_ROOT = re.compile(r"<([a-z][a-z:]*)", re.IGNORECASE)

_PAGE = re.compile(
    rb"\s*(?:<!--|<(?:!doctype html|html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p)[\s>])",
    re.IGNORECASE,
)


def begins_as_page(data: bytes) -> bool:
    """Tell whether bytes begin as only pages do; then browsers show them, whatever follows (mimesniff, section 7.1)."""
    return _PAGE.match(data) is not None


def blank(data: bytes | str) -> bool:
    """Tell whether there is nothing but white space and NUL characters."""
    return not (data.strip(_BLANK) if isinstance(data, bytes) else _SOMETHING.search(data))


def signature(data: bytes) -> str | None:
    """Name the format whose mark stands at the start of the bytes, or None."""
    start = data[:64].lstrip(b" \t\r\n") if data[:1].isspace() else data[:64]
    for mark, name in _SIGNATURES.items():
        if start.startswith(mark) and (mark not in _PRINTABLE_MARKS or controls(data)):
            return f"looks like {name} (starts with {_shown(mark)})"
    for (at, mark), name in _MEDIA.items():
        if start.startswith(mark, at) and controls(data, 1):
            return f"looks like {name} ({_shown(mark)} at byte {at})"
    return None


def controls(data: bytes, few: int = _FEW_CONTROLS) -> str | None:
    """Say how many control bytes there are near the start if text (other than UTF-16 and UTF-32) has not so many."""
    head = data[:_SEEN]
    count = len(head) - len(head.translate(None, _CONTROLS))
    if count < few or count <= _CONTROL_SHARE * len(head):
        return None
    return f"looks like binary data ({count} control bytes in the first {len(head)})"


def data_format(text: str) -> str | None:
    """Name the data format of a text that is clearly no page: JSON, a feed, a sitemap; None for anything else."""
    start = text[:_SEEN].lstrip("\ufeff \t\r\n")
    if start[:1] in {"{", "["}:
        return "looks like JSON" if _is_json(text) else None
    if start.startswith("%PDF-"):
        return "looks like a PDF (starts with %PDF-)"
    root = _root(text).lower() if start.startswith("<") else ""
    return f"looks like {_ROOTS[root]} (root element <{root}>)" if root in _ROOTS else None


def _is_json(text: str) -> bool:
    """Tell whether a text is one JSON value; nesting beyond what Python reads counts as no."""
    try:
        json.loads(text.strip("\ufeff \t\r\n"))
    except (ValueError, RecursionError):
        return False
    return True


def _root(text: str) -> str:
    """Return the name of the first element behind declarations and comments, "" where there is none."""
    at = 0
    while skipped := _PROLOG.match(text, at):
        at = skipped.end()
    root = _ROOT.match(text, at)
    return root[1] if root else ""


def _shown(mark: bytes) -> str:
    """Write a signature as a person would: as text, or in hex where it is not printable."""
    printable = mark.isascii() and mark.decode("ascii").isprintable()
    return mark.decode("ascii") if printable else mark.hex(" ")
