"""A record as bytes of JSON; the only file that knows msgspec.

Fields stand in the order of the dataclasses, enumerations as their values, tuples as arrays, text as UTF-8 without
escapes where JSON needs none, so that the same record always gives the same bytes.
"""

from types import MappingProxyType

import msgspec

from scraper.model.document import Document, Skipped


def encode(record: Document | Skipped) -> bytes:
    """Return one line of JSON, without its line break. Source of the format: RFC 8259; one a line: jsonlines.org."""
    return msgspec.json.encode(record, enc_hook=_plain)


def _plain(value: object) -> object:
    """Return what JSON has for a value it does not know."""
    if isinstance(value, MappingProxyType):
        return dict(value)
    raise NotImplementedError(f"a record holds a {type(value).__name__}, for which there is no JSON")
