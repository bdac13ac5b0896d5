"""What is done with a page or a source's document in a worker: bytes of the web in, data to remember and deliver out.

Pure functions of a module, whose arguments and answers can be pickled.
"""

from dataclasses import dataclass, replace

from scraper.cleaner.roles.standing import segment_hashes
from scraper.crawler.delivery.records import record_line
from scraper.crawler.delivery.revision import revise
from scraper.crawler.delivery.warc import response_record
from scraper.crawler.discover import discover, list_links
from scraper.crawler.round.candidates import Find, candidates
from scraper.crawler.round.repeats import unpack
from scraper.crawler.round.signs import signals_of
from scraper.errors import InputError
from scraper.model.document import SCHEMA, Skipped, SkipReason
from scraper.model.options import Options
from scraper.model.page import FetchResult
from scraper.model.signals import Signals
from scraper.model.source import Kind, Source
from scraper.model.visit import Candidate
from scraper.pipeline import clean_result


@dataclass(frozen=True, slots=True)
class ListingJob:
    """A document of a source."""

    source: Source
    """Whose document it is."""
    result: FetchResult
    """The answer."""
    now: float
    """When it was read, Unix seconds."""
    due: float
    """When the pages it names are due."""
    hops: int = 0
    """Documents passed through on the way to it."""


@dataclass(frozen=True, slots=True)
class ListingRead:
    """A document of a source that was read."""

    found: tuple[Candidate, ...]
    """Pages it names."""
    documents: tuple[str, ...] = ()
    """Further documents it names: sitemaps of an index, the next page of a section."""
    findings: tuple[str, ...] = ()
    """What was wrong with it, in words."""


def read_listing(job: ListingJob) -> ListingRead:
    """Read a document of a source; never raises for what it contains."""
    found = discover(job.source, job.result, job.hops)
    find = Find(job.source.name, 0, job.now, job.due, linked=job.source.kind is Kind.SECTION)
    return ListingRead(tuple(candidates(found.links, find)), tuple(link.href for link in found.sources), found.findings)


def read_list(source: Source, now: float, due: float) -> ListingRead:
    """Return the pages of a list and of its file; InputError where that cannot be read."""
    found = [list_links(source)]
    if source.file is not None:
        try:
            found.append(discover(source, FetchResult(str(source.file), source.file.read_bytes())))
        except OSError as fault:
            raise InputError(f"{source.file}: the list cannot be read ({fault.strerror})") from fault
    links = (link for part in found for link in part.links)
    findings = tuple(finding for part in found for finding in part.findings)
    return ListingRead(tuple(candidates(links, Find(source.name, 0, now, due, linked=False))), (), findings)


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
    site: bytes | None = None
    """What the memory knows of its host's texts (`repeats`); None: nothing."""
    follow: tuple[Source, int] | None = None
    """The source whose pages are followed, and the depth of what this page links to; None: its links are left alone."""
    now: float = 0.0
    """When it is read, Unix seconds."""
    due: float = 0.0
    """When the pages it links to are due."""
    agent: str = ""
    """The name that signals on pages know us by."""
    clean: bool = True
    """Whether a record is wanted."""
    keep: bool = False
    """Whether the answer is wanted as it came."""


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
    found: tuple[Candidate, ...] = ()
    """Pages it links to, where its source follows them."""
    kept: bytes | None = None
    """The answer as a WARC record."""


def warm() -> None:
    """Read what is read once in each process: rules, lexicons, weights."""
    clean_result(FetchResult("-", b"<h1>Rain</h1><p>It rained all day in the valley, and nobody minded.</p>"))


def read_page(job: PageJob) -> PageRead:
    """Clean a page and compare it with its last record; raises what cannot be met of the options."""
    signals = signals_of(job.result, job.agent)
    read = _read(job, signals) if job.clean else PageRead(None, b"")
    found = () if signals is not None and signals.nofollow else _links(job)
    return replace(read, found=found, kept=response_record(job.result) if job.keep else None)


def _links(job: PageJob) -> tuple[Candidate, ...]:
    """Return what a page links to, as far as its source follows it."""
    if job.follow is None:
        return ()
    source, depth = job.follow
    return tuple(
        candidates(discover(source, job.result).links, Find(source.name, depth, job.now, job.due, linked=True))
    )


def _read(job: PageJob, signals: Signals | None) -> PageRead:
    """Clean a page."""
    site = unpack(job.site, revisited=job.revision > 0) if job.site is not None else None
    record = clean_result(job.result, job.options, site)
    if isinstance(record, Skipped):
        return skip(record, job.digest)
    hashes = segment_hashes(record)
    revision = revise(record, job.past, job.revision)
    if revision is None:
        return PageRead(None, job.digest or b"", canonical=record.canonical_url, hashes=hashes)
    line = record_line(replace(revision.record, signals=signals))
    return PageRead(line, revision.digest, revision.past, canonical=record.canonical_url, hashes=hashes)


def skip(record: Skipped, digest: bytes | None) -> PageRead:
    """Return what becomes of a page without a document: a record the first time, and when the reason changes."""
    own = b"skip:" + record.skipped.encode()
    line = None if own == digest else record_line(record)
    return PageRead(line, own, skipped=record.skipped, detail=record.detail)


def lost(result: FetchResult, why: str, digest: bytes | None) -> PageRead:
    """Return what becomes of a page whose worker died over it."""
    return skip(Skipped(SCHEMA, result.source, result.url, SkipReason.FAILED, f"reading it failed: {why}"), digest)
