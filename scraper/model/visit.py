"""What a crawl remembers from one round to the next, address by address. Times are Unix seconds in UTC."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Candidate:
    """An address that was found somewhere and may be new."""

    key: str
    """What two spellings of one address share (`addresses.dedup_key`)."""
    href: str
    """The address to ask for."""
    host: str
    """Name of the host whose turn it needs (`addresses.host_key`)."""
    source: str
    """Name of the source it was found through."""
    depth: int
    """Links between the source and this address; 0 for addresses a source names itself."""
    due: float
    """When it may be fetched at the earliest, if it is new."""
    changed_at: float | None = None
    """Last change its finder states (sitemap, feed); later than the last visit, it makes a known address due."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One address with all that is remembered of it."""

    key: str
    """As in `Candidate`."""
    href: str
    """As in `Candidate`."""
    host: str
    """As in `Candidate`."""
    source: str
    """Name of the source that found it first."""
    depth: int
    """As in `Candidate`."""
    found_at: float
    """When it was first heard of."""
    due: float | None
    """When it is fetched next; None for never again."""
    tries: int = 0
    """Times it was fetched, failures included."""
    seen_at: float | None = None
    """When the server last answered with the page or with 304."""
    changed_at: float | None = None
    """When its story was last found changed; the first visit counts."""
    interval: float | None = None
    """Seconds between visits at present; None before the first."""
    etag: str | None = None
    """`ETag` to send back in `If-None-Match`."""
    last_modified: str | None = None
    """`Last-Modified` to send back in `If-Modified-Since`."""
    body_digest: bytes | None = None
    """Digest of the bytes of the last answer."""
    story_digest: bytes | None = None
    """Digest of the story of the last record."""
    failures: int = 0
    """Failures in a row; 0 after any success."""
    cause: str | None = None
    """Code of the last failure, or of why it is never fetched again; None when all is well."""
    revision: int = 0
    """Number of the last record delivered, counted from 1; 0 before the first."""


@dataclass(frozen=True, slots=True)
class SourceState:
    """What is remembered of one source."""

    name: str
    """Its name in the sources file."""
    last: float | None = None
    """When it was last worked through, well or not."""
    next: float | None = None
    """When it is due again; None for at once."""
    result: str = ""
    """One line on the last round, for a person."""
    failures: int = 0
    """Rounds in a row that failed."""
    cause: str | None = None
    """Code of the last failure; None when the last round went well."""
    found: int = 0
    """Addresses its last round named."""
    fresh: int = 0
    """How many of those were new."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A document that addresses are discovered in (a feed, a sitemap, a section page) and how it was last."""

    href: str
    """Its address."""
    source: str
    """Name of the source it belongs to."""
    etag: str | None = None
    """As in `Visit`."""
    last_modified: str | None = None
    """As in `Visit`."""
    digest: bytes | None = None
    """Digest of its bytes, so that servers without validators cause no work either."""
    seen_at: float | None = None
    """When the server last answered with it or with 304."""


@dataclass(frozen=True, slots=True)
class RobotsEntry:
    """What is kept of the answers to one `robots.txt`: `crawler.robots.meaning.Policy`, and where it holds."""

    origin: str
    """Scheme, host and port it holds for."""
    verdict: str
    """What the answer came to: to read its rules, to allow all, or to disallow all."""
    because: str
    """One line for a person: what was answered."""
    body: bytes
    """Its bytes where its rules are to be read, else empty."""
    fetched: float | None
    """When `body` was fetched; None where there never was one, or is none any more."""
    until: float
    """When it has to be fetched again."""
    failing_since: float | None = None
    """When the first of its failures in a row was met; None when it answers."""
    failures: int = 0
    """Failures in a row; 0 after any answer."""


class Phase(StrEnum):
    """What may still happen to a file of output."""

    OPEN = "open"
    CLOSING = "closing"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Position:
    """How far a stream of output is known to be written."""

    stream: str
    """Name of the stream: `records` or `responses`."""
    file: str
    """Name the file has when it is closed."""
    offset: int
    """Bytes of it that are delivered; whatever stands behind them was never confirmed."""
    opened_at: float
    """When the file was begun."""
    phase: Phase
    """What may still happen to it."""
