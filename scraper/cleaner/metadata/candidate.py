"""One value that one place of a page offers for one field; nothing decided yet."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Field(StrEnum):
    """What a candidate is a value for; the names are those of `Metadata`."""

    __hash__ = str.__hash__

    TITLE = "title"
    AUTHORS = "authors"
    PUBLISHED = "published"
    MODIFIED = "modified"
    SITE = "site"
    IMAGE = "image"
    SECTION = "section"
    TAGS = "tags"
    CANONICAL = "canonical_url"
    LANGUAGE = "declared_language"
    LICENSE = "license"
    DESCRIPTION = "description"


class Source(StrEnum):
    """Where on the page a value stands; these words appear in `Metadata.because`."""

    __hash__ = str.__hash__

    JSON_LD = "json-ld"
    OPENGRAPH = "opengraph"
    META = "meta"
    MICRODATA = "microdata"
    TIME = "time"
    VISIBLE = "visible"
    HTML = "html"
    HTTP = "http"
    URL = "url"
    TRAFILATURA = "trafilatura"


class Candidate(NamedTuple):
    """A value as it stands on the page, white space folded and entities resolved."""

    field: Field
    """What it is a value for."""
    value: str
    """The characters offered; never empty."""
    source: Source
    """Where it stands."""
    key: str
    """Which name it has there, for example `og:title` or `story.headline`; `choose.PRIORITY` ranks keys."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The value of a field, and where it stands."""

    values: tuple[str, ...]
    """What was chosen; one string except for authors and tags."""
    sources: tuple[Source, ...]
    """The source it was taken from, then others that say the same."""
