"""Counting records as they pass; what is kept does not grow with their number."""

from collections import Counter
from typing import Final
from urllib.parse import urlsplit

from scraper.dataset.stats.frequent import Frequent
from scraper.model.document import Document, Skipped

_STEPS: Final = 20


class Tally:
    """What there is of records: every counter has few names, or is bounded (hosts)."""

    def __init__(self) -> None:
        self.records = 0
        self.documents = 0
        self.unreadable = 0
        self.chars = 0
        self.skipped: Counter[str] = Counter()
        self.languages: Counter[str] = Counter()
        self.page_types: Counter[str] = Counter()
        self.segments: Counter[str] = Counter()
        self.role_chars: Counter[str] = Counter()
        self.segment_languages: Counter[str] = Counter()
        self.lengths: Counter[int] = Counter()
        self.confidences: Counter[int] = Counter()
        self.duplicates: Counter[str] = Counter()
        self.encodings: Counter[str] = Counter()
        self.hosts = Frequent()

    def add(self, record: Document | Skipped) -> None:
        """Count one record."""
        self.records += 1
        host = host_of(record.url)
        if host:
            self.hosts.add(host)
        if isinstance(record, Skipped):
            self.skipped[record.skipped.value] += 1
            return
        self.documents += 1
        self.chars += len(record.text)
        self.languages[record.language.tag] += 1
        self.page_types[record.page_type] += 1
        self.encodings[record.encoding.name] += 1
        self.lengths[len(record.text).bit_length()] += 1
        self.confidences[min(int(record.confidence * _STEPS), _STEPS - 1)] += 1
        mark = getattr(record, "duplicate", None)
        if mark is not None:
            self.duplicates[mark.how or "kept"] += 1
        self._add_segments(record)

    def _add_segments(self, record: Document) -> None:
        """Count the segments of a document."""
        for segment in record.segments:
            self.segments[segment.role.value] += 1
            self.role_chars[segment.role.value] += len(segment.text)
            self.segment_languages[segment.lang] += len(segment.text)


def host_of(url: str | None) -> str | None:
    """Return the host of an address; None where there is none."""
    try:
        return urlsplit(url).hostname if url else None
    except ValueError:
        return None
