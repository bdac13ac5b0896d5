"""What is done with a page or a source's document in a worker: bytes of the web in, data to remember and deliver out.

Pure functions of a module, whose arguments and answers can be pickled.
"""

from dataclasses import dataclass

from scraper.cleaner.repeats import text_hash
from scraper.crawler.delivery.revision import revise
from scraper.model.document import SCHEMA, Skipped, SkipReason
from scraper.model.options import Options
from scraper.model.page import FetchResult
from scraper.pipeline import clean_result
from scraper.writer.record import encode


@dataclass(frozen=True, slots=True)
class PageJob:
    """A page to clean."""

    result: FetchResult
    """The answer."""
    options: Options
    """How to clean it."""
    past: bytes | None
    """What the last record left to compare with; None where there was none, or it was a skip."""
    digest: bytes | None
    """Digest of the last record's story."""
    revision: int
    """Number of the last record; 0 where there was none."""


@dataclass(frozen=True, slots=True)
class PageRead:
    """A page that was cleaned."""

    line: bytes | None
    """The record as a line of JSON; None where there is nothing new to deliver."""
    digest: bytes
    """Digest of its story, or of why there is none."""
    past: bytes | None = None
    """What to keep to compare with; None: as it was."""
    skipped: str | None = None
    """Why there is no document; None where there is one."""
    detail: str | None = None
    """The same for a person."""
    canonical: str | None = None
    """Address the page names as its own."""
    hashes: frozenset[int] = frozenset()
    """What its segments are known by in the site memory."""


def read_page(job: PageJob) -> PageRead:
    """Clean a page and compare it with its last record; raises what cannot be met of the options."""
    record = clean_result(job.result, job.options)
    if isinstance(record, Skipped):
        return skip(record, job.digest)
    hashes = frozenset(text_hash(segment.text) for segment in record.segments)
    revision = revise(record, job.past, job.revision)
    if revision is None:
        return PageRead(None, job.digest or b"", canonical=record.canonical_url, hashes=hashes)
    line = encode(revision.record) + b"\n"
    return PageRead(line, revision.digest, revision.past, canonical=record.canonical_url, hashes=hashes)


def skip(record: Skipped, digest: bytes | None) -> PageRead:
    """Return what becomes of a page without a document: a record the first time, and when the reason changes."""
    own = b"skip:" + record.skipped.encode()
    line = None if own == digest else encode(record) + b"\n"
    return PageRead(line, own, skipped=record.skipped, detail=record.detail)


def lost(result: FetchResult, why: str, digest: bytes | None) -> PageRead:
    """Return what becomes of a page whose worker died over it."""
    return skip(Skipped(SCHEMA, result.source, result.url, SkipReason.FAILED, f"reading it failed: {why}"), digest)
