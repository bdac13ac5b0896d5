"""How a crawl stands: its sources, hosts and counts, as its memory has them at a moment."""

import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from scraper.crawler.memory import Counts, Memory
from scraper.crawler.politeness import delay_of
from scraper.crawler.schedule.source_due import source_due
from scraper.crawler.sources import politeness_for
from scraper.model.host import HostState
from scraper.model.source import Crawl, Source
from scraper.model.visit import SourceState

_HOSTS = 50
"""Hosts that are named: those that fail most and are slowest."""


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One source. Times are Unix seconds in UTC."""

    name: str
    """Its name."""
    kind: str
    """`feed`, `sitemap`, `section` or `list`."""
    addresses: tuple[str, ...]
    """Where it is read."""
    due: bool
    """Whether it would be worked through now."""
    next: float | None
    """When it is due; None for never."""
    last: float | None
    """When it was last worked through; None for never."""
    result: str
    """How that went."""
    failures: int
    """Rounds in a row that failed."""
    cause: str | None
    """Code of the last failure; None when all is well."""
    found: int
    """Pages its last round named."""
    fresh: int
    """How many of them were new."""


@dataclass(frozen=True, slots=True)
class HostRow:
    """One host. Times are Unix seconds in UTC."""

    host: str
    """Its name."""
    delay: float
    """Seconds between two requests at present."""
    not_before: float
    """Earliest moment of the next request."""
    failures: int
    """Failures in a row."""
    cause: str | None
    """Code of what slowed it down; None when all is well."""
    seconds: float | None
    """Mean seconds of its answers."""


@dataclass(frozen=True, slots=True)
class Standing:
    """All that `scraper crawl status` shows."""

    now: float
    """When it was looked at."""
    sources: tuple[SourceRow, ...]
    """The sources of the file, in its order."""
    hosts: tuple[HostRow, ...]
    """Hosts that fail most and are slowest first."""
    counts: Counts
    """How much is remembered."""

    def as_dict(self) -> dict[str, Any]:
        """Return the same as JSON can hold it."""
        return asdict(self)


def standing(plan: Crawl, memory: Memory, now: float) -> Standing:
    """Return how a crawl stands at a moment (Unix seconds)."""
    states = memory.sources()
    hosts = tuple(_host_row(plan, state) for state in memory.worst_hosts(_HOSTS))
    return Standing(now, source_rows(plan, states, now), hosts, memory.counts())


def source_rows(plan: Crawl, states: Mapping[str, SourceState], now: float) -> tuple[SourceRow, ...]:
    """Return the sources of a file with what is remembered of them."""
    return tuple(_source_row(source, states.get(source.name, SourceState(source.name)), now) for source in plan.sources)


def _source_row(source: Source, state: SourceState, now: float) -> SourceRow:
    due = source_due(source, state, now)
    return SourceRow(
        name=source.name,
        kind=source.kind.value,
        addresses=source.addresses,
        due=due <= now,
        next=None if math.isinf(due) else due,
        last=state.last,
        result=state.result,
        failures=state.failures,
        cause=state.cause,
        found=state.found,
        fresh=state.fresh,
    )


def _host_row(plan: Crawl, state: HostState) -> HostRow:
    delay = delay_of(state, politeness_for(plan, state.host))
    return HostRow(state.host, delay, state.not_before, state.failures, state.cause, state.seconds)
