"""The record that is delivered for one page: a document, or a skip with its reason.

Field order is the order in the JSONL file. `rules/record-1.schema.json` is the same contract as JSON Schema.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from scraper.model.language import Shares
from scraper.model.page import Encoding, Http
from scraper.model.segment import Role, Segment
from scraper.model.signals import Signals

SCHEMA = 1
"""Version of the record; raised when a reader of the old one would be misled."""


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """Digests: of the bytes (the same page?) and of the story (the same text? nearly the same?)."""

    sha256: str
    """SHA-256 of the page's bytes, in hex."""
    simhash: str
    """64-bit simhash of the story's token triples, in hex; near-duplicates differ in few bits; empty if no story."""
    story: str = ""
    """Digest of the story's letters and digits, 32 hex digits: same words, same digest; empty if no story."""


@dataclass(frozen=True, slots=True)
class MadeBy:
    """What made a record, so that two records can be compared."""

    scraper: str
    """Version of this package."""
    weights: str
    """Name and version of the weights that judged the roles."""
    rules: str
    """Digest of lexicons and site rules, twelve hex digits."""


@dataclass(frozen=True, slots=True)
class Document:
    """One page, every visible piece of its text labelled."""

    schema: int
    """Version of the record, 1."""
    source: str
    """Where the page was read from: the path as given, `file.jsonl#17` for a row, or the address."""
    url: str | None
    """Address of the page where it is known."""
    canonical_url: str | None
    """Address the page names as its own."""
    fetched_at: str | None
    """When it was downloaded, ISO 8601 in UTC; None for saved pages."""
    http: Http | None
    """What the server said, when there was a server."""
    encoding: Encoding
    """Character encoding and what spoke for it."""
    page_type: str
    """`article`, `forum`, `product`, `listing`, `collection`, `documentation` or `service`."""
    title: str | None
    """Headline of the story."""
    authors: tuple[str, ...]
    """Authors in page order."""
    published: str | None
    """First publication, ISO 8601."""
    modified: str | None
    """Last change, ISO 8601."""
    site: str | None
    """Name of the site."""
    image: str | None
    """Address of the main picture."""
    section: str | None
    """Section the site files the page under."""
    tags: tuple[str, ...]
    """Keywords the page gives itself."""
    description: str | None
    """Summary the page gives of itself."""
    license: str | None
    """Licence the page states."""
    declared_language: str | None
    """Language the page declares for itself, unchecked."""
    because: Mapping[str, str]
    """Source of each metadata value; under `text`, that of a story which is not in sight on the page."""
    language: Shares
    """Language of the story and shares of all languages."""
    text: str
    """The story: segments of role `body` in page order, parted by a blank line."""
    confidence: float
    """How sure it is that `text` is the whole story and nothing else, 0 to 1."""
    segments: tuple[Segment, ...]
    """Every visible piece of text of the page, in page order."""
    fingerprint: Fingerprint
    """Digests of page and story."""
    made_by: MadeBy
    """Versions that made this record."""
    rules_missed: tuple[str, ...] = ()
    """Site rules for the page's host that matched nothing on it, as `host: selector`."""


@dataclass(frozen=True, slots=True)
class Removed:
    """A segment of the story that is no longer there."""

    role: Role
    """What it was for on the page."""
    text: str | None
    """Its words; None where the story was too long to be kept whole."""


@dataclass(frozen=True, slots=True)
class Edited:
    """A segment of the story that was reworded."""

    segment: int
    """Index in `segments` of what stands there now."""
    before: str | None
    """Its words in the record before; None where the story was too long to be kept whole."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What became of the story (segments of role `title`, `body`, `caption`) since the record before."""

    added: tuple[int, ...]
    """Indexes in `segments` of what is new."""
    removed: tuple[Removed, ...]
    """What is no longer there, in the order in which it stood."""
    edited: tuple[Edited, ...]
    """What was reworded, in page order."""


@dataclass(frozen=True, slots=True)
class RevisedDocument(Document):
    """A document from a crawl, which visits pages again."""

    revision: int = 1
    """Which record of this address it is, counted from 1."""
    changes: Changes | None = None
    """What changed since the record before; None in the first."""
    signals: Signals | None = None
    """What the page says of its own use (`noai`, TDM reservation, ...); None where it says nothing."""


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Where a record stands among those of a data set that tell the same story."""

    group: str
    """The same for all records of a group: `fingerprint.story` of the first one; empty without a story."""
    of: str | None
    """Source of the record of the group that is kept; None in that one."""
    how: str | None
    """`exact`: the same words as the one that is kept; `near`: nearly; None in that one."""


@dataclass(frozen=True, slots=True)
class MarkedDocument(Document):
    """A document of a data set in which duplicates were looked for."""

    duplicate: Duplicate | None = None
    """Its group, and the record that stands for it."""


@dataclass(frozen=True, slots=True)
class MarkedRevision(RevisedDocument):
    """The same from a crawl."""

    duplicate: Duplicate | None = None
    """As in `MarkedDocument`."""


class SkipReason(StrEnum):
    """Why a page gave no document; stable codes."""

    EMPTY = "empty"
    NOT_HTML = "not_html"
    NO_TEXT = "no_text"
    TOO_LARGE = "too_large"
    TOO_DEEP = "too_deep"
    TIMEOUT = "timeout"
    MEMORY = "memory"
    CHARSET_UNKNOWN = "charset_unknown"
    BAD_ROW = "bad_row"
    HTTP_STATUS = "http_status"
    FETCH_FAILED = "fetch_failed"
    OTHER_LANGUAGE = "other_language"
    FILTERED = "filtered"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Skipped:
    """A page that gave no document, and why."""

    schema: int
    """Version of the record, 1."""
    source: str
    """As in `Document`."""
    url: str | None
    """As in `Document`."""
    skipped: SkipReason
    """Stable code of the reason."""
    detail: str
    """One line for a person: what was found instead."""
