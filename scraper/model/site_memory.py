"""What was seen on other pages of a host, as evidence for what a text is for."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SiteMemory:
    """How often texts stood on the pages of one host that were seen before this one."""

    pages: int
    """Number of pages that are remembered."""
    seen: Mapping[int, int]
    """Number of pages each text stood on, by `scraper.cleaner.roles.standing.text_hash`; missing ones: on none."""
    revisited: bool = False
    """Whether one of these pages is an earlier state of the page that is read now; it is not counted."""
