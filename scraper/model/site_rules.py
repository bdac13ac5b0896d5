"""What is known of single sites: which elements have which role, as a person found out and wrote down."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from scraper.model.segment import Role


@dataclass(frozen=True, slots=True)
class SiteRule:
    """One line of what is known: the text of these elements has that role."""

    selector: str
    """CSS selector."""
    role: Role
    """What text inside the selected elements is for."""
    where: str
    """File and line it was read from, `example.org.toml:9`, for messages."""


@dataclass(frozen=True, slots=True)
class Site:
    """The rules of one host and of all below it."""

    host: str
    """Host name in lower case, without `www.`."""
    rules: tuple[SiteRule, ...]
    """In file order; of rules that select the same element the last one counts."""
    valid_until: date
    """Last day on which the rules are believed; sites are rebuilt, and nobody tells."""
    note: str
    """Why the rules are needed."""
    page_type: str | None
    """What its pages are, where that is the same for all of them."""
    file: str
    """Name of the file they were read from."""


@dataclass(frozen=True, slots=True, eq=False)
class SiteRules:
    """All sites of which something is known."""

    sites: Mapping[str, Site]
    """By host."""
    digest: str
    """Twelve hex digits that change with a user's own rule files; empty where there are only the packaged ones."""
