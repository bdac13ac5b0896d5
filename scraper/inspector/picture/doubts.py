"""Which segments of a record are worth a second look, least sure first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from scraper.model.language import UNDETERMINED
from scraper.model.segment import Segment

ROLE: Final = 0.6
"""Confidence below which a role is in doubt: on fixtures 2 segments in 100."""
LANGUAGE: Final = 0.7
"""Confidence below which a language is; names, digits and signs have none and are never in doubt."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A segment that the cleaner is not sure of."""

    index: int
    """Place of the segment in the record."""
    about: tuple[str, ...]
    """`role`, `language`, or both."""
    sure: float
    """The lower of the confidences in doubt, 0 to 1."""


def doubts(segments: Sequence[Segment]) -> Sequence[Doubt]:
    """Return the doubtful segments, least sure first, equals in page order."""
    found = (Doubt(at, tuple(parts), min(parts.values())) for at, parts in enumerate(map(_unsure, segments)) if parts)
    return sorted(found, key=lambda doubt: doubt.sure)


def _unsure(segment: Segment) -> dict[str, float]:
    """Return the confidences of a segment that are in doubt, by what they are about."""
    return dict(_parts(segment))


def _parts(segment: Segment) -> Iterator[tuple[str, float]]:
    """Yield what is in doubt with how sure it is."""
    if segment.confidence < ROLE:
        yield "role", segment.confidence
    if segment.lang != UNDETERMINED and segment.lang_confidence < LANGUAGE:
        yield "language", segment.lang_confidence
