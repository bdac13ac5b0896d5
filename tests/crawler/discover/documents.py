"""Documents for the tests of this room."""

from datetime import UTC, datetime

from scraper.model.page import FetchResult, Http
from scraper.model.source import Kind, Schedule, Source

URL = "https://example.org/news/index"


def answer(body: bytes | str, content_type: str | None = None, url: str = URL) -> FetchResult:
    """Return an answer as the fetcher gives it."""
    return FetchResult(url, body, url, Http(200, url, content_type=content_type), "2025-06-01T00:00:00+00:00")


def source(kind: Kind = Kind.FEED, **fields: object) -> Source:
    """Return a source of a kind."""
    given = {"name": "n", "addresses": (URL,), "schedule": Schedule(every=60.0), **fields}
    return Source(kind=kind, **given)


def at(text: str) -> float:
    """Return an ISO time in UTC as Unix seconds."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp()
