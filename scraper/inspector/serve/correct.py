"""What a correction makes of an expectation; pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from scraper.errors import UsageError
from scraper.inspector.pairing import pair
from scraper.model.document import Document
from scraper.model.segment import Role

# Source: RFC 5646, 2.1, as far as tags of records go.
_TAG: Final = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}")
_ROLE: Final = "role"
_LANG: Final = "lang"


@dataclass(frozen=True, slots=True)
class Correction:
    """What somebody said of some segments of a record."""

    segments: Sequence[int]
    """Their places in the record."""
    role: str | None
    """What they are for, None where that was not said."""
    lang: str | None
    """The language they are in, None where that was not said."""


def read_correction(said: Any, segments: int) -> Correction:
    """Return the correction in a request's JSON: {"first": 3, "last": 5, "role": "promo", "lang": "fr"}.

    `segments` is how many the record has. Raises UsageError for what cannot be a correction.
    """
    if not isinstance(said, Mapping):
        raise UsageError("a correction is an object")
    first, last = said.get("first"), said.get("last", said.get("first"))
    role, lang = said.get(_ROLE), said.get(_LANG)
    if type(first) is not int or type(last) is not int or not 0 <= first <= last < segments:
        raise UsageError(f"first and last are places of segments, 0 to {segments - 1}")
    if role is None and lang is None:
        raise UsageError("a correction says a role or a language")
    if role is not None and role not in [known.value for known in Role]:
        raise UsageError(f"{role!r} is no role")
    if lang is not None and not (isinstance(lang, str) and _TAG.fullmatch(lang)):
        raise UsageError(f"{lang!r} is no language tag")
    return Correction(range(first, last + 1), role, lang)


def corrected(expected: Mapping[str, Any], record: Document, correction: Correction) -> dict[str, Any]:
    """Return the expectation after a correction.

    Where the record cuts the page otherwise than expected, the segments become those of the record, with what was said
    before of texts that are still there: one can only point at what one sees.
    """
    said = labels(expected, record)
    segments = [
        {"text": segment.text, _ROLE: known[0], _LANG: known[1]}
        for segment, known in zip(
            record.segments, (one or _own(record, at) for at, one in enumerate(said)), strict=True
        )
    ]
    for index in correction.segments:
        if correction.role is not None:
            segments[index][_ROLE] = correction.role
        if correction.lang is not None:
            segments[index][_LANG] = correction.lang
    return {**expected, "segments": segments}


def labels(expected: Mapping[str, Any], record: Document) -> list[tuple[str, str] | None]:
    """Return role and language that are expected of each segment of a record, None where nothing is."""
    wanted = expected["segments"]
    found: list[tuple[str, str] | None] = [None] * len(record.segments)
    for one, other in pair([segment["text"] for segment in wanted], [segment.text for segment in record.segments]):
        if one is not None and other is not None:
            found[other] = wanted[one][_ROLE], wanted[one][_LANG]
    return found


def _own(record: Document, index: int) -> tuple[str, str]:
    """Return what the record itself says of a segment."""
    return record.segments[index].role.value, record.segments[index].lang
