"""Filters: a document as it is wanted, or a skip that says why it is not."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from scraper.model.document import SCHEMA, Changes, Document, RevisedDocument, Skipped, SkipReason
from scraper.model.options import Wanted


def as_wanted(document: Document, wanted: Wanted) -> Document | Skipped:
    """Return the document with the segments that are wanted, or the skip that takes its place."""
    why = next(_against(document, wanted), None)
    if why is not None:
        return Skipped(SCHEMA, document.source, document.url, SkipReason.FILTERED, why)
    if wanted.roles is None:
        return document
    kept = [index for index, segment in enumerate(document.segments) if segment.role in wanted.roles]
    fewer = replace(document, segments=tuple(document.segments[index] for index in kept))
    if isinstance(fewer, RevisedDocument) and fewer.changes is not None:
        return replace(fewer, changes=_moved(fewer.changes, kept))
    return fewer


def _against(document: Document, wanted: Wanted) -> Iterator[str]:
    """Yield what speaks against a document."""
    if document.confidence < wanted.min_confidence:
        yield f"the confidence is {document.confidence}, asked for was {wanted.min_confidence}"
    chars = sum(map(str.isalnum, document.text)) if wanted.min_chars else 0
    if chars < wanted.min_chars:
        yield f"the story has {chars} letters and digits, asked for were {wanted.min_chars}"


def _moved(changes: Changes, kept: Sequence[int]) -> Changes:
    """Return changes whose indexes lead to the same segments as before, without those that are gone."""
    places = {index: place for place, index in enumerate(kept)}
    added = tuple(places[index] for index in changes.added if index in places)
    edited = tuple(replace(one, segment=places[one.segment]) for one in changes.edited if one.segment in places)
    return replace(changes, added=added, edited=edited)
