"""Figures on the whole of the state file, for a person."""

import sqlite3
from dataclasses import dataclass
from typing import Final

_QUESTION: Final = (
    "SELECT count(*), count(seen_at), coalesce(sum(due IS NULL), 0), coalesce(sum(failures > 0), 0),"
    " (SELECT count(*) FROM hosts), coalesce(sum(revision), 0) FROM addresses"
)


@dataclass(frozen=True, slots=True)
class Counts:
    """How much is remembered."""

    addresses: int
    """Addresses ever found."""
    visited: int
    """Addresses that answered at least once."""
    given_up: int
    """Addresses that are never fetched again."""
    failing: int
    """Addresses whose last try failed."""
    hosts: int
    """Hosts ever met."""
    records: int
    """Documents delivered, all revisions counted."""


def counts_of(connection: sqlite3.Connection) -> Counts:
    """Count everything; reads the whole table of addresses."""
    return Counts(*connection.execute(_QUESTION).fetchone())
