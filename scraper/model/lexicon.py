"""Words that announce what a segment is for, as the rule files give them: folded, immutable, without behaviour."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Category(StrEnum):
    """What a phrase announces; one section of a lexicon file each. Evidence, not roles: a judge weighs it."""

    __hash__ = str.__hash__

    SHARE = "share"
    RELATED = "related"
    READ_MORE = "read_more"
    COMMENT = "comment"
    NAVIGATION = "navigation"
    NEWSLETTER = "newsletter"
    ADVERTISEMENT = "advertisement"
    COOKIE = "cookie"
    COPYRIGHT = "copyright"
    BYLINE = "byline"
    PUBLISHED = "published"
    CAPTION = "caption"
    LISTEN = "listen"


@dataclass(frozen=True, slots=True)
class Phrases:
    """The phrases of one category in one language."""

    exact: frozenset[str]
    """Folded phrases that are a whole segment."""
    prefix: tuple[str, ...]
    """Folded phrases a segment starts with, in file order; a closing colon or slash is kept."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One language's phrases and calendar words."""

    tag: str
    """BCP 47 tag, also the name of the file."""
    name: str
    """English name of the language."""
    categories: Mapping[Category, Phrases]
    """Phrases of every category."""
    months: tuple[tuple[str, ...], ...]
    """Twelve tuples, January first: folded full, short and inflected names as written in dates."""
    weekdays: tuple[tuple[str, ...], ...]
    """Seven tuples, Monday first: folded full and short names."""


@dataclass(frozen=True, slots=True)
class Rulebook:
    """All rule files of a folder, read and checked."""

    lexicons: tuple[Lexicon, ...]
    """One a language, sorted by tag."""
    networks: frozenset[str]
    """Folded names of social networks and messengers, localised spellings included."""
    brands: frozenset[str]
    """Folded names of services that only share, save or send: "AddToAny", "Pocket"."""
    agencies: frozenset[str]
    """Folded names of news agencies."""
    names: frozenset[str]
    """Case-folded names that have no language where they stand alone: networks, agencies, brands, papers, clubs."""
    digest: str
    """First twelve hex digits of the SHA-256 over all rule files in the order of their paths."""
