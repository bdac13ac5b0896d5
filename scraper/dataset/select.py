"""Records again, those and that of them which is wanted now."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from scraper.cleaner.wanted import as_wanted
from scraper.model.document import SCHEMA, Document, MarkedDocument, MarkedRevision, Skipped, SkipReason
from scraper.model.options import Wanted
from scraper.tagger import wanted_language


@dataclass(frozen=True, slots=True)
class Selection:
    """What is wanted of records."""

    wanted: Wanted = field(default_factory=Wanted)
    """Bounds and roles."""
    languages: Sequence[str] | None = None
    """Tags of stories; None for all."""
    only_kept: bool = False
    """Whether records that `scraper dedup` marked as duplicates of others go."""


def selected(record: Document | Skipped, selection: Selection) -> Document | Skipped:
    """Return the record as it is wanted, or the skip that takes its place; a skip stays what it is."""
    if isinstance(record, Skipped):
        return record
    tag = record.language.tag
    if selection.languages is not None and not wanted_language(tag, selection.languages):
        asked = ", ".join(selection.languages)
        return _skip(record, SkipReason.OTHER_LANGUAGE, f"the story is in {tag!r}, asked for was {asked}")
    mark = record.duplicate if isinstance(record, MarkedDocument | MarkedRevision) else None
    if selection.only_kept and mark is not None and mark.of is not None:
        return _skip(record, SkipReason.FILTERED, f"a duplicate ({mark.how}) of {mark.of}")
    return as_wanted(record, selection.wanted)


def _skip(record: Document, reason: SkipReason, detail: str) -> Skipped:
    return Skipped(SCHEMA, record.source, record.url, reason, detail)
