"""What a tool says of a page, in the form in which tools are compared; and this package as one of the tools."""

from collections.abc import Callable
from dataclasses import dataclass

from scraper.model.document import Document, Skipped
from scraper.model.options import Options
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
    confidence: float | None = None
    """How sure the tool is of the story, where it says so."""


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


def own_system(options: Options) -> System:
    """Return this package with these options: the whole line from bytes to record."""

    def read(body: bytes, url: str | None) -> Answer:
        """Return what the record of a page says."""
        return answer_of(clean_result(FetchResult("page", body, url), options))

    return System("scraper", read, lambda body: read(body, None).text, describes=True)


def answer_of(record: Document | Skipped) -> Answer:
    """Return what a record says; a skipped page has an empty answer."""
    if isinstance(record, Skipped):
        return Answer()
    return Answer(record.text, record.title, record.authors, record.published, record.confidence)


OWN = own_system(Options())
"""This package with its defaults."""
