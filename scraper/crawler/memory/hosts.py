"""Hosts: how each is treated at present, and when it next has work."""

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import astuple
from typing import Final

from scraper.crawler.memory.rows import columns, one, replacement
from scraper.model.host import HostState

_SELECT: Final = f"SELECT {columns(HostState)} FROM hosts"
_READY: Final = (
    "UPDATE hosts SET first_due = (SELECT min(due) FROM addresses a WHERE a.host = hosts.id AND a.due IS NOT NULL)"
    " WHERE host = ?",
    # max(NULL, x) is NULL: a host without work is never ready.
    "UPDATE hosts SET ready = max(first_due, not_before) WHERE host = ?",
)


def host_ids(connection: sqlite3.Connection, hosts: Iterable[str]) -> Mapping[str, int]:
    """Return the numbers of hosts, making those that are new."""
    names = [(host,) for host in sorted(set(hosts))]
    connection.executemany("INSERT INTO hosts(host) VALUES (?) ON CONFLICT(host) DO NOTHING", names)
    question = "SELECT id FROM hosts WHERE host = ?"
    return {name: connection.execute(question, (name,)).fetchone()[0] for (name,) in names}


def host_of(connection: sqlite3.Connection, host: str) -> HostState:
    """Return how a host is treated; an unknown one as a fresh one."""
    return one(HostState, connection.execute(f"{_SELECT} WHERE host = ?", (host,))) or HostState(host)


def worst_hosts(connection: sqlite3.Connection, limit: int) -> list[HostState]:
    """Return hosts, those that fail most and are slowest first."""
    order = "ORDER BY failures DESC, max(delay, coalesce(crawl_delay, 0)) DESC, host LIMIT ?"
    return [HostState(*row) for row in connection.execute(f"{_SELECT} {order}", (limit,))]


def write_hosts(connection: sqlite3.Connection, hosts: Iterable[HostState]) -> None:
    """Remember hosts as they are now."""
    connection.executemany(replacement("hosts", HostState), map(astuple, hosts))


def set_ready(connection: sqlite3.Connection, hosts: Iterable[str]) -> None:
    """Work out anew when these hosts next have work; needed after any change of their addresses or delays."""
    names = [(host,) for host in sorted(set(hosts))]
    for step in _READY:
        connection.executemany(step, names)


def next_ready(connection: sqlite3.Connection) -> float | None:
    """Return the earliest moment at which any host has work, or None when there is none at all."""
    ((moment,),) = connection.execute("SELECT min(ready) FROM hosts WHERE ready IS NOT NULL").fetchall()
    return moment if moment is None else float(moment)
