"""Segments of a page: first as they are cut (`Block`), then as they are delivered (`Segment`)."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from scraper.model.language import Span


class Kind(StrEnum):
    """What the markup makes of a segment."""

    # Enum's own hash is a Python call; roles and kinds are looked up thousands of times a page.
    __hash__ = str.__hash__

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list_item"
    QUOTE = "quote"
    CODE = "code"
    TABLE_ROW = "table_row"
    CAPTION = "caption"
    BUTTON = "button"
    LINK_LIST = "link_list"
    OTHER = "other"


class Role(StrEnum):
    """What a segment is for on its page; the first four are the main story."""

    __hash__ = str.__hash__

    TITLE = "title"
    BYLINE = "byline"
    BODY = "body"
    CAPTION = "caption"
    SHARE = "share"
    RELATED = "related"
    NAVIGATION = "navigation"
    COMMENT = "comment"
    PROMO = "promo"
    NOTICE = "notice"
    OTHER = "other"


class Block(NamedTuple):
    """A piece of text that stands in one place of a page, before anyone judges it."""

    text: str
    """Its words: white space folded, a line break where the page breaks the line, cells parted by a tab."""
    kind: Kind
    """What the markup makes of it."""
    node: int
    """Index in the `Tree` of the nearest block element around the text."""
    path: str
    """CSS path of that element, valid for `querySelector` on the same page."""
    hidden: bool
    """Whether the markup hides it from a reader (`hidden`, `display:none`, fallback content …)."""
    links: int
    """Number of links whose text is part of this block."""
    link_chars: int
    """Characters of `text` without white space that stand inside links."""
    texts: tuple[int, ...] = ()
    """Indices in the `Tree` of the text nodes that its words are of, each whole; empty for embedded text."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a page's text with all that was found out about it, as a record carries it."""

    text: str
    """Its words, as in `Block`."""
    role: Role
    """What it is for on this page."""
    kind: Kind
    """What the markup makes of it."""
    confidence: float
    """How sure the role is, 0 to 1."""
    lang: str
    """BCP 47 tag of the words written, or `und`."""
    lang_confidence: float
    """How sure the language is, 0 to 1."""
    script: str
    """ISO 15924 code of the script most of its letters are in, `Zyyy` where there are no letters."""
    path: str
    """CSS path of the element around it."""
    hidden: bool
    """Whether the markup hides it from a reader."""
    reasons: tuple[str, ...]
    """Codes of the evidence for the role, strongest first."""


@dataclass(frozen=True, slots=True)
class SpannedSegment(Segment):
    """A segment of a record whose maker asked for spans (`Options.spans`)."""

    spans: tuple[Span, ...]
    """Stretches of `text` in one language each, in order, with nothing but spaces between; empty without words."""
