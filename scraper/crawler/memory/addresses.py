"""Addresses: what was found, what is due, what is remembered of each.

The order of work is kept by two indexes, so that no query looks at more rows than it returns: hosts by the moment
their first address is due (`hosts.ready`), and the addresses of a host by their own moment. A host with a million
addresses due costs a query as much as one with a single address.
"""

import sqlite3
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from heapq import merge
from itertools import islice
from operator import itemgetter
from typing import Any, Final, NamedTuple

from scraper.crawler.memory.hosts import host_ids
from scraper.crawler.memory.rows import columns, one
from scraper.model.visit import Candidate, Visit

_NAMES: Final = tuple(field.name for field in fields(Visit))
_COLUMNS: Final = columns(Visit, prefix="a.").replace("a.host", "h.host")
_SELECT: Final = f"SELECT {_COLUMNS} FROM addresses a JOIN hosts h ON h.id = a.host"
_DUE: Final = (
    f"{_SELECT} WHERE a.host = ? AND a.due <= ?"
    " AND NOT EXISTS(SELECT 1 FROM temp.leased l WHERE l.id = a.id) ORDER BY a.due LIMIT ?"
)
_DUE_OF_SOURCE: Final = _DUE.replace("a.host = ?", "a.host = ? AND a.source = ?")
# From each source of a host straight to the next one: rows of sources that are not wanted are never read.
_SOURCES: Final = """
    WITH RECURSIVE found(source) AS (
        SELECT min(source) FROM addresses WHERE host = :host AND due IS NOT NULL
        UNION ALL
        SELECT (SELECT min(source) FROM addresses WHERE host = :host AND due IS NOT NULL AND source > found.source)
        FROM found WHERE found.source IS NOT NULL
    ) SELECT source FROM found WHERE source IS NOT NULL"""
_HOSTS: Final = "SELECT id, host FROM hosts WHERE ready <= ? AND first_due <= ? ORDER BY ready"
_CHANGES: Final = ", ".join(f"{name} = excluded.{name}" for name in _NAMES if name not in ("key", "source", "found_at"))
_WRITE: Final = (
    f"INSERT INTO addresses({', '.join(_NAMES)}) VALUES ({', '.join('?' * len(_NAMES))})"
    f" ON CONFLICT(key) DO UPDATE SET {_CHANGES}"
)
_ADD: Final = (
    "INSERT INTO addresses(key, href, host, source, depth, found_at, due) VALUES (?, ?, ?, ?, ?, ?, ?)"
    " ON CONFLICT(key) DO NOTHING"
)
# A page that was given up for good stays so: only its own answer may bring it back.
_SOONER: Final = "UPDATE addresses SET due = min(due, ?) WHERE key = ? AND due IS NOT NULL AND seen_at < ?"


def visit_of(connection: sqlite3.Connection, key: str) -> Visit | None:
    """Return what is remembered of an address, or None for an unknown one."""
    return one(Visit, connection.execute(f"{_SELECT} WHERE a.key = ?", (key,)))


def known_of(connection: sqlite3.Connection, keys: Iterable[str]) -> set[str]:
    """Return those of the keys that are remembered."""
    question = "SELECT 1 FROM addresses WHERE key = ?"
    return {key for key in keys if connection.execute(question, (key,)).fetchone()}


def past_of(connection: sqlite3.Connection, key: str) -> bytes | None:
    """Return the packed story of an address's last record, or None."""
    question = "SELECT past FROM pasts JOIN addresses a ON a.id = address WHERE a.key = ?"
    return one(bytes, connection.execute(question, (key,)))


@dataclass(frozen=True, slots=True)
class Scope:
    """Which of the addresses may be taken."""

    until: float
    """Those that were due by this moment, Unix seconds."""
    sources: frozenset[str] | None = None
    """Those of these sources; None for all."""
    patience: float = 0.0
    """Those of hosts that may be asked within so many seconds."""


class Within(NamedTuple):
    """How much is taken, and where from."""

    now: float
    """The time, Unix seconds."""
    limit: int
    """Addresses in all."""
    per_host: int
    """Addresses of one host."""
    without: Container[str]
    """Hosts that are passed over."""
    scope: Scope
    """Which addresses."""


def take_due(connection: sqlite3.Connection, within: Within) -> list[Visit]:
    """Lease up to so many addresses that are due, longest waiting hosts first."""
    taken = list(islice(_waiting(connection, within), within.limit))
    lease = "INSERT OR IGNORE INTO temp.leased SELECT id FROM addresses WHERE key = ?"
    connection.executemany(lease, ((visit.key,) for visit in taken))
    return taken


def _waiting(connection: sqlite3.Connection, within: Within) -> Iterator[Visit]:
    """Yield what is due and not leased, host by host."""
    scope = within.scope
    for number, host in connection.execute(_HOSTS, (within.now + scope.patience, scope.until)):
        if host not in within.without:
            yield from (Visit(*row) for row in _due_rows(connection, number, within))


def _due_rows(connection: sqlite3.Connection, host: int, within: Within) -> Iterable[tuple[Any, ...]]:
    """Return the rows of one host that are due, longest waiting first."""
    until, wanted = within.scope.until, within.scope.sources
    if wanted is None:
        return connection.execute(_DUE, (host, until, within.per_host))
    sources = [name for (name,) in connection.execute(_SOURCES, {"host": host}) if name in wanted]
    found = (connection.execute(_DUE_OF_SOURCE, (host, name, until, within.per_host)) for name in sources)
    return islice(merge(*found, key=itemgetter(_NAMES.index("due"))), within.per_host)


def release(connection: sqlite3.Connection, keys: Iterable[str]) -> None:
    """End the leases of addresses."""
    question = "DELETE FROM temp.leased WHERE id = (SELECT id FROM addresses WHERE key = ?)"
    connection.executemany(question, ((key,) for key in keys))


def add_found(connection: sqlite3.Connection, found: Sequence[Candidate], now: float) -> int:
    """Remember discovered addresses and return how many were new; `now` is when they were found.

    A known address becomes due when its finder says that it changed after the last visit.
    """
    hosts = host_ids(connection, {candidate.host for candidate in found})
    before = connection.total_changes
    connection.executemany(_ADD, (_addition(candidate, hosts[candidate.host], now) for candidate in found))
    added = connection.total_changes - before
    changed = ((c.due, c.key, c.changed_at) for c in found if c.changed_at is not None)
    connection.executemany(_SOONER, changed)
    return added


def _addition(candidate: Candidate, host: int, now: float) -> tuple[Any, ...]:
    """Return the row of a discovered address."""
    return (candidate.key, candidate.href, host, candidate.source, candidate.depth, now, candidate.due)


def write_visits(connection: sqlite3.Connection, visits: Sequence[Visit]) -> None:
    """Remember addresses as they are after their visit, and end their leases."""
    hosts = host_ids(connection, {visit.host for visit in visits})
    connection.executemany(_WRITE, (_row(visit, hosts[visit.host]) for visit in visits))
    release(connection, (visit.key for visit in visits))


def _row(visit: Visit, host: int) -> tuple[Any, ...]:
    """Return the row of an address."""
    return tuple(host if name == "host" else getattr(visit, name) for name in _NAMES)


def write_pasts(connection: sqlite3.Connection, pasts: Iterable[tuple[str, bytes]]) -> None:
    """Keep packed stories by key."""
    connection.executemany(
        "INSERT INTO pasts(address, past) SELECT id, ? FROM addresses WHERE key = ?"
        " ON CONFLICT(address) DO UPDATE SET past = excluded.past",
        ((past, key) for key, past in pasts),
    )
