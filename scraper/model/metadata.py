"""What a page says of itself: title, authors, dates and the like."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Metadata:
    """Description of a page; every value that is there has its source in `because`."""

    title: str | None = None
    """Headline of the story, without the site's name."""
    authors: tuple[str, ...] = ()
    """Names of the authors in page order, without "By" and without duplicates."""
    published: str | None = None
    """Day of publication: ISO 8601 date, or date and time with offset where the page gives one.

    Where the page prints another day than its data, and no other data side with those, the printed day is believed.
    """
    modified: str | None = None
    """Last change: ISO 8601, as `published`."""
    site: str | None = None
    """Name of the site, for example "The Daily Example"."""
    image: str | None = None
    """Absolute address of the page's own main picture."""
    section: str | None = None
    """Section or category the site files the page under."""
    tags: tuple[str, ...] = ()
    """Keywords the page gives itself, in page order, without duplicates."""
    canonical_url: str | None = None
    """Absolute address the page names as its own."""
    declared_language: str | None = None
    """Language tag the page declares for itself (`<html lang>`, header, meta), canonical form, not checked."""
    license: str | None = None
    """Address or name of the licence the page states."""
    description: str | None = None
    """Summary the page gives of itself."""
    because: Mapping[str, str] = field(default_factory=dict)
    """Source of each field above that has a value.

    One of `json-ld`, `opengraph`, `meta`, `microdata`, `time`, `visible`, `html`, `http`, `url`, `trafilatura`, or
    several agreeing ones joined by `+`.
    """
