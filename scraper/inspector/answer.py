"""What a tool says of a page, in the form in which tools are compared; and this package as one of the tools."""

from collections.abc import Callable
from dataclasses import dataclass

from scraper.model.document import Skipped
from scraper.model.page import FetchResult
from scraper.pipeline import clean_result


@dataclass(frozen=True, slots=True)
class Answer:
    """One tool's reading of one page."""

    text: str = ""
    """The main story."""
    title: str | None = None
    """The headline."""
    authors: tuple[str, ...] = ()
    """The authors."""
    published: str | None = None
    """First publication, beginning with the day."""


@dataclass(frozen=True, slots=True)
class System:
    """A tool that reads pages."""

    name: str
    """What it is called in options and tables."""
    read: Callable[[bytes, str | None], Answer]
    """Takes a page's bytes and address and returns the whole answer."""
    text: Callable[[bytes], str]
    """Takes a page's bytes and returns the story alone, as fast as the tool can; this is what is timed."""
    describes: bool
    """Whether it reads title, authors and date too."""


def _read(body: bytes, url: str | None) -> Answer:
    """Return what the record of a page says; a skipped page has an empty answer."""
    record = clean_result(FetchResult("page", body, url))
    if isinstance(record, Skipped):
        return Answer()
    return Answer(record.text, record.title, record.authors, record.published)


def _text(body: bytes) -> str:
    """Return the story of the record of a page."""
    return _read(body, None).text


OWN = System("scraper", _read, _text, describes=True)
"""This package: the whole line from bytes to record."""
