"""What a crawl has done so far, in numbers: the source of its summary, its progress, its metrics and its health."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

OTHERS = "other"
"""Name under which the hosts are counted together that came after the first `MOST_HOSTS`."""

MOST_HOSTS = 100
"""Hosts that are counted by name: a label for each of a million would burst any monitoring."""

_NAMED = 5
"""Origins that the summary names."""

LAGS = (1.0, 10.0, 60.0, 600.0, 3600.0, 86400.0)
"""Upper bounds of the classes in which delays are counted, in seconds."""


@dataclass(slots=True)
class Sum:
    """How many, and how much together."""

    count: int = 0
    """Things counted."""
    total: float = 0.0
    """Their sum."""

    def add(self, value: float) -> None:
        """Count one."""
        self.count += 1
        self.total += value


@dataclass(slots=True)
class Tally:
    """Counts since the start; one thread adds, others may read."""

    begun: float
    """When counting began, Unix seconds."""
    outcomes: Counter[str] = field(default_factory=Counter)
    """Pages by what came of them: the part of the event's name behind `page.`."""
    sources: Counter[str] = field(default_factory=Counter)
    """Rounds of sources: `read` and `failed`."""
    bytes: Counter[str] = field(default_factory=Counter)
    """`fetched` bodies (inflated), `records` and `responses` written."""
    hosts: dict[str, Sum] = field(default_factory=dict)
    """Seconds of answers, by host and `other`."""
    commits: Sum = field(default_factory=Sum)
    """Seconds of group commits."""
    lags: Counter[float] = field(default_factory=Counter)
    """Pages by how long after they were due their turn came: the bound of their class, or infinity."""
    lag: Sum = field(default_factory=Sum)
    """Seconds of all those delays."""
    waiting: dict[str, str] = field(default_factory=dict)
    """Origins whose pages wait because their robots.txt could not be read, and why; the first `MOST_HOSTS`."""
    lost: int = 0
    """Workers that had to be replaced."""
    ticked: float = 0.0
    """When the crawl last showed that it is alive, Unix seconds."""
    advance: Callable[[], None] = lambda: None
    """Called after each page: moves the bar on a terminal."""
    gauges: Mapping[str, Callable[[], float]] = field(default_factory=dict)
    """What is read when asked for: lengths of queues."""

    def answered(self, host: str, seconds: float, size: int) -> None:
        """Count an answer of a host."""
        known = host in self.hosts or len(self.hosts) < MOST_HOSTS
        self.hosts.setdefault(host if known else OTHERS, Sum()).add(seconds)
        self.bytes["fetched"] += size

    def closed(self, origin: str, because: str) -> None:
        """Note that the pages of an origin have to wait for its robots.txt."""
        if origin in self.waiting or len(self.waiting) < MOST_HOSTS:
            self.waiting[origin] = because

    def came_to(self, outcome: str) -> None:
        """Count a page that was dealt with."""
        self.outcomes[outcome] += 1
        self.advance()

    def waited(self, seconds: float) -> None:
        """Count how long after it was due a page's turn came."""
        self.lags[next((bound for bound in LAGS if seconds <= bound), float("inf"))] += 1
        self.lag.add(max(0.0, seconds))

    @property
    def pages(self) -> int:
        """Addresses that were dealt with."""
        return self.outcomes.total() - self.outcomes["retried"]

    @property
    def failed(self) -> bool:
        """Whether some source failed."""
        return self.sources["failed"] > 0

    def lines(self, seconds: float) -> list[str]:
        """Return the summary for a person; `seconds` is how long it took."""
        outcomes = ", ".join(f"{name} {count}" for name, count in self.outcomes.most_common())
        sources = ", ".join(f"{name} {count}" for name, count in self.sources.most_common()) or "none due"
        rate = f", {self.pages / seconds:.1f} pages/s" if seconds > 0 else ""
        nothing = "nothing could be asked for" if self.waiting else "nothing was due"
        lines = [f"{self.pages} pages in {seconds:.1f} s{rate}: {outcomes or nothing}", f"sources: {sources}"]
        named = ", ".join(f"{origin} ({because})" for origin, because in [*self.waiting.items()][:_NAMED])
        more = f" and {len(self.waiting) - _NAMED} more" if len(self.waiting) > _NAMED else ""
        return [*lines, f"robots.txt could not be read, so pages wait: {named}{more}"] if named else lines
