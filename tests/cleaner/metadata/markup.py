"""Pages for these tests, from a few lines of markup."""

from scraper.cleaner.metadata import describe
from scraper.cleaner.metadata.gather import Marks, gather
from scraper.cleaner.parse import parse
from scraper.model.metadata import Metadata
from scraper.model.page import Encoding, Page


def page(html: str, url: str | None = "https://news.example/a", fetched_at: str | None = None) -> Page:
    """Return a decoded page."""
    return Page("test", html, Encoding("utf-8", "utf-8"), "0" * 64, url, fetched_at=fetched_at)


def marks(html: str) -> Marks:
    """Return what the page is gathered to."""
    return gather(parse(html))


def described(html: str, url: str | None = "https://news.example/a", fetched_at: str | None = None) -> Metadata:
    """Return the description of a page of which nothing was judged."""
    return describe(page(html, url, fetched_at), parse(html), [], [])
