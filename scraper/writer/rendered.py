"""A record as it is written, with what a run's account says of it: made where the record was made.

Whoever writes for many workers then neither takes records apart nor puts them into a format: a file gets their bytes.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from scraper.model.document import Document, Skipped, SkipReason
from scraper.writer.formats import Render


@dataclass(frozen=True, slots=True)
class Rendered:
    """One record, ready to be written."""

    text: str
    """What the format made of it; nothing is written for an empty text."""
    source: str
    """Its source."""
    url: str | None
    """Its address."""
    skipped: SkipReason | None = None
    """Why it is no document; None for documents."""
    roles: Mapping[str, int] = field(default_factory=dict)
    """Number of segments by role, of a document."""
    languages: Mapping[str, int] = field(default_factory=dict)
    """Number of segments by language, of a document."""
    rules_missed: tuple[str, ...] = ()
    """Rules of its site that matched nothing."""


def rendered(render: Render, record: Document | Skipped) -> Rendered:
    """Return a record in a format."""
    text = render(record)
    if isinstance(record, Skipped):
        return Rendered(text, record.source, record.url, record.skipped)
    roles = dict(Counter(segment.role.value for segment in record.segments))
    languages = dict(Counter(segment.lang for segment in record.segments))
    return Rendered(text, record.source, record.url, None, roles, languages, tuple(record.rules_missed))
