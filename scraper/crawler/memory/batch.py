"""Everything that one group commit writes."""

from dataclasses import dataclass, field

from scraper.model.host import HostState
from scraper.model.visit import Candidate, Listing, RobotsEntry, SourceState, Visit


@dataclass(slots=True)
class Batch:
    """Collects what happened since the last commit; all of it is remembered, or nothing.

    Later entries for the same address, host, source, or document win over earlier ones.
    """

    visits: list[Visit] = field(default_factory=list)
    """Addresses as they are after their visit; unknown ones are added (the target of a move)."""
    pasts: dict[str, bytes] = field(default_factory=dict)
    """Packed story of the last record, by key (`delivery.revise` makes it); the address must be known by then."""
    found: list[Candidate] = field(default_factory=list)
    """Addresses that were discovered."""
    hosts: dict[str, HostState] = field(default_factory=dict)
    """Hosts as they are now, by name."""
    robots: list[RobotsEntry] = field(default_factory=list)
    """Answers to `robots.txt`."""
    sources: list[SourceState] = field(default_factory=list)
    """Sources as they are now."""
    listings: list[Listing] = field(default_factory=list)
    """Documents that addresses were discovered in."""
    learnt: list[tuple[str, frozenset[int]]] = field(default_factory=list)
    """Host and hashes (64 bits, unsigned) of the segments of one page, for pages seen for the first time."""

    def __len__(self) -> int:
        """Return the number of entries."""
        parts = (self.visits, self.found, self.hosts, self.robots, self.sources, self.listings, self.learnt)
        return sum(len(part) for part in parts)
