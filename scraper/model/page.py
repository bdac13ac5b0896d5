"""What a page is before anyone looks at its markup: an answer, its bytes, its text."""

from dataclasses import dataclass

LARGEST = 64 * 2**20
"""Bytes, or characters, of a page that is read at all."""


@dataclass(frozen=True, slots=True)
class Http:
    """What a server said of a page, as far as a record keeps it."""

    status: int
    """Status code of the last answer, for example 200."""
    url: str
    """Address of the last answer, after all redirects."""
    redirects: tuple[str, ...] = ()
    """Addresses that were passed through before `url`, first to last."""
    content_type: str | None = None
    """`Content-Type` header as sent, charset included."""
    etag: str | None = None
    """`ETag` header as sent, quotes included."""
    last_modified: str | None = None
    """`Last-Modified` header as sent."""
    content_language: str | None = None
    """`Content-Language` header as sent."""


@dataclass(frozen=True, slots=True)
class Validators:
    """What an earlier answer said of itself, to ask whether the page is still the same (RFC 9110, 8.8)."""

    etag: str | None = None
    """`ETag` header as sent, quotes included."""
    last_modified: str | None = None
    """`Last-Modified` header as sent."""
    address: str | None = None
    """Address of the answer they came with, where redirects led there; they are sent to no other."""


@dataclass(frozen=True, slots=True)
class FetchResult:
    """One page as it was obtained, from the network or from a file; nothing decoded yet."""

    source: str
    """Where it was read from, as the user named it: a path, `file.jsonl#17`, `-`, or the address."""
    body: bytes | str
    """The page: bytes as served, or text where the carrier (JSONL, a caller) already had text."""
    url: str | None = None
    """Address of the page where it is known."""
    http: Http | None = None
    """The server's words, when there was a server."""
    fetched_at: str | None = None
    """When it was obtained: ISO 8601 in UTC; None for saved pages, so that records stay reproducible."""
    headers: tuple[tuple[str, str], ...] = ()
    """All headers of the last answer as sent, names in lower case; no part of a record."""
    moved: str | None = None
    """Address the page has moved to for good: where the permanent redirects at the start of the way led; else None."""


@dataclass(frozen=True, slots=True)
class Encoding:
    """Which character encoding the bytes were read in, and what spoke for it."""

    name: str
    """Label of the Encoding Standard in lower case, for example `utf-8` or `gbk`."""
    because: str
    """`bom`, `http`, `meta`, `utf-8` (the bytes are valid UTF-8), `statistics`, `text` (was text), or `fallback`."""


@dataclass(frozen=True, slots=True)
class Page:
    """One answer, decoded to text."""

    source: str
    """As in `FetchResult`."""
    text: str
    """The markup as text; no lone surrogates, line ends as they came."""
    encoding: Encoding
    """How the bytes became text."""
    sha256: str
    """SHA-256 of the bytes as served (of the UTF-8 form where text was given), in hex."""
    url: str | None = None
    """Address of the page where it is known: the last one after redirects."""
    http: Http | None = None
    """The server's words, when there was a server."""
    fetched_at: str | None = None
    """As in `FetchResult`."""
