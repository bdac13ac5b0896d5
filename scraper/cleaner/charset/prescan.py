"""What a page declares its encoding to be: the HTML standard's *prescan a byte stream*, and the header's word.

Source: https://html.spec.whatwg.org/#prescan-a-byte-stream-to-determine-its-encoding with its parts *get an
attribute*, *extracting a character encoding from a meta element* and *get an XML encoding*.
"""

import re
from collections.abc import Iterator, Mapping

from scraper.cleaner.charset.labels import canonical

STANDARD = 1024
"""Bytes the standard looks at."""
GENEROUS = 65536
"""Bytes looked at when those had nothing: many pages put scripts before the declaration."""

_TAG = re.compile(rb"</?[a-zA-Z][^\t\n\f\r >]*")
_META = re.compile(rb"<meta(?=[\t\n\f\r /])", re.IGNORECASE)
_NAME = re.compile(rb"[\t\n\f\r /]*([^>\t\n\f\r /][^=>\t\n\f\r /]*)(?=[=>\t\n\f\r /])")
_CLOSE = re.compile(rb"[\t\n\f\r /]*(?=>)")
_EQUALS = re.compile(rb"[\t\n\f\r ]*=[\t\n\f\r ]*")
_VALUE = re.compile(rb"\"([^\"]*)\"|'([^']*)'|([^\"'>\t\n\f\r ][^>\t\n\f\r ]*)(?=[>\t\n\f\r ])|(?=>)")
_CONTENT = re.compile(
    rb"charset[\t\n\f\r ]*=[\t\n\f\r ]*(?:\"([^\"]*)\"|'([^']*)'|([^\"'\t\n\f\r ;][^\t\n\f\r ;]*)|)", re.I
)
_XML = re.compile(rb"<\?xml[^>]*?encoding[\x00-\x20]*=[\x00-\x20]*(?:\"([^\"\x00-\x20>]*)\"|'([^'\x00-\x20>]*)')")
_HINT = re.compile(rb"<meta[^>]{0,500}charset", re.IGNORECASE)


class _OutOfBytes(Exception):  # noqa: N818 - the standard's "abort", not an error of anybody's
    """The bytes ended inside a construct: the standard gives up the whole scan there."""


def declared_inside(data: bytes) -> str | None:
    """Return the encoding the markup declares, by its canonical name, or None.

    The standard's 1024 bytes speak first; further down is a weaker word, heard only when they are silent.
    """
    found = prescan(data[:STANDARD])
    if found is None and _HINT.search(data, STANDARD, GENEROUS):
        found = prescan(data[:GENEROUS])
    return found


def declared_by_header(content_type: str | None) -> str | None:
    """Return the canonical encoding a `Content-Type` header names, or None."""
    return _from_content((content_type or "").encode("latin-1", "replace"))


def prescan(data: bytes) -> str | None:
    """Run the standard's scan over these bytes and no others; None where they declare nothing."""
    try:
        found = next(filter(None, map(_declaration, _metas(data))), None)
    except _OutOfBytes:
        found = None
    return found or _xml_encoding(data)


def _metas(data: bytes) -> Iterator[Mapping[bytes, bytes]]:
    """Yield the attributes of every `meta` tag, skipping comments, other tags and declarations."""
    at = data.find(b"<")
    while at >= 0:
        meta, tag = _META.match(data, at), _TAG.match(data, at)
        if meta or tag:
            attributes, at = _attributes(data, meta.end() if meta else tag.end() if tag else at)
            if meta:
                yield attributes
        else:
            at = _skip(data, at)
        at = data.find(b"<", at)


def _skip(data: bytes, at: int) -> int:
    """Return where scanning goes on after a `<` that opens no tag."""
    if data.startswith(b"<!--", at):
        # The dashes that open a comment may also close it: `<!-->`.
        return _past(data, b"-->", at + 2)
    return _past(data, b">", at) if data[at + 1 : at + 2] in {b"!", b"/", b"?"} else at + 1


def _past(data: bytes, mark: bytes, at: int) -> int:
    """Return the place behind the next `mark`."""
    end = data.find(mark, at)
    if end < 0:
        raise _OutOfBytes
    return end + len(mark)


def _attributes(data: bytes, at: int) -> tuple[Mapping[bytes, bytes], int]:
    """Return the attributes of a tag (lower case, the first of each name) and where its `>` stands."""
    found: dict[bytes, bytes] = {}
    while not (close := _CLOSE.match(data, at)):
        name = _NAME.match(data, at)
        if not name:
            raise _OutOfBytes
        value, at = _value(data, name.end())
        found.setdefault(name[1].lower(), value)
    return found, close.end()


def _value(data: bytes, at: int) -> tuple[bytes, int]:
    """Return the value behind an attribute's name, empty where there is none, and where it ends."""
    equals = _EQUALS.match(data, at)
    if not equals:
        return b"", at
    value = _VALUE.match(data, equals.end())
    if not value:
        raise _OutOfBytes
    return (value[value.lastindex] if value.lastindex else b"").lower(), value.end()


def _declaration(attributes: Mapping[bytes, bytes]) -> str | None:
    """Return what one `meta` tag declares; a `charset` attribute goes before a `Content-Type` pragma."""
    if b"charset" in attributes:
        return _in_markup(canonical(attributes[b"charset"].decode("latin-1")))
    if attributes.get(b"http-equiv") == b"content-type":
        return _in_markup(_from_content(attributes.get(b"content", b"")))
    return None


def _from_content(content: bytes) -> str | None:
    """Return the encoding named by `charset=` in the value of a header or of its `meta` twin."""
    match = _CONTENT.search(content)
    return canonical(match[match.lastindex].decode("latin-1")) if match and match.lastindex else None


def _xml_encoding(data: bytes) -> str | None:
    """Return what an XML declaration at the very start says."""
    match = _XML.match(data)
    return _in_markup(canonical(match[match.lastindex].decode("latin-1"))) if match and match.lastindex else None


def _in_markup(name: str | None) -> str | None:
    """Correct what cannot be true of markup that was just read as ASCII."""
    if name in {"utf-16le", "utf-16be"}:
        return "utf-8"
    return "windows-1252" if name == "x-user-defined" else name
