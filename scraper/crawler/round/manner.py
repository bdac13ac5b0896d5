"""How a crawl is to be run, beside what its sources file says."""

import os
from dataclasses import dataclass, field

from scraper.fetcher import Guard, Pools


def default_workers() -> int:
    """Return how many processes read pages where nothing is said: the cores but one, at least one."""
    return max(1, (os.cpu_count() or 1) - 1)


@dataclass(frozen=True, slots=True)
class Manner:
    """Choices of whoever starts a crawl."""

    watch: bool = False
    """Whether to go on for ever, or end when what was due at the start is done."""
    only: frozenset[str] | None = None
    """Names of the sources that are worked on; None for all."""
    now: bool = False
    """Whether sources are worked through although they are not due."""
    limit: int | None = None
    """Pages that are fetched at most; None: no bound."""
    workers: int = field(default_factory=default_workers)
    """Processes that read pages; 0 reads them in a thread of this one, without time limit."""
    page_seconds: float = 60.0
    """Seconds the reading of one page may take; a page that takes longer gives a skip."""
    grace: float = 20.0
    """Seconds that what is in flight has to come to its end after the first signal."""
    guard: Guard = field(default_factory=Guard)
    """What addresses may be connected to."""
    pools: Pools = field(default_factory=Pools)
    """How many connections are kept."""
