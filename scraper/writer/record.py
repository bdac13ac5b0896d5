"""A record as bytes of JSON and back; the only file that knows msgspec.

Fields stand in the order of the dataclasses, enumerations as their values, tuples as arrays, text as UTF-8 without
escapes where JSON needs none, so that the same record always gives the same bytes.
"""

from collections.abc import Mapping
from dataclasses import fields, replace
from types import MappingProxyType
from typing import Any

import msgspec

from scraper.errors import InputError
from scraper.model.document import Document, Duplicate, MarkedDocument, MarkedRevision, RevisedDocument, Skipped
from scraper.model.segment import Segment, SpannedSegment


def encode(record: Document | Skipped | Mapping[str, Any]) -> bytes:
    """Return one line of JSON, without its line break. Source of the format: RFC 8259; one a line: jsonlines.org."""
    return msgspec.json.encode(record, enc_hook=_plain)


def marked(document: Document, duplicate: Duplicate) -> Document:
    """Return a document with its place among duplicates; an older place goes."""
    values = {field.name: getattr(document, field.name) for field in fields(document)}
    kind = MarkedRevision if isinstance(document, RevisedDocument) else MarkedDocument
    return kind(**{**values, "duplicate": duplicate})


def plain(record: Document | Skipped) -> dict[str, Any]:
    """Return a record as what JSON makes of it: dictionaries, lists, texts, numbers."""
    made: dict[str, Any] = msgspec.to_builtins(record, enc_hook=_plain)
    return made


def decode(line: bytes | str) -> dict[str, Any]:
    """Return the object of one line of JSON. Raises InputError where there is none."""
    try:
        return msgspec.json.decode(line, type=dict[str, Any])
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as fault:
        raise InputError(f"the line is no record: {fault}") from fault


def revive(row: Mapping[str, Any]) -> Document | Skipped:
    """Return the record of a row, with the optional fields it has. Raises InputError where it is none."""
    try:
        if "skipped" in row:
            return msgspec.convert(row, Skipped)
        segments = tuple(_segment(segment) for segment in row.get("segments", ()))
        return replace(msgspec.convert({**row, "segments": ()}, _kind(row)), segments=segments)
    except (msgspec.ValidationError, TypeError) as fault:
        raise InputError(f"the row is no record of version 1: {fault}") from fault


def _kind(row: Mapping[str, Any]) -> type[Document]:
    """Return the class that has the fields of a row."""
    if "duplicate" in row:
        return MarkedRevision if "revision" in row else MarkedDocument
    return RevisedDocument if "revision" in row else Document


def _segment(row: Mapping[str, Any]) -> Segment:
    return msgspec.convert(row, SpannedSegment if "spans" in row else Segment)


def _plain(value: object) -> object:
    """Return what JSON has for a value it does not know."""
    if isinstance(value, MappingProxyType):
        return dict(value)
    raise NotImplementedError(f"a record holds a {type(value).__name__}, for which there is no JSON")
