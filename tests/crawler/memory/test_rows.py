"""Rows as data."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass

from scraper.crawler.memory.rows import columns, one, write_all


@dataclass(frozen=True)
class Pair:
    """A row of two columns."""

    name: str
    value: int


def test_rows_are_written_over_by_their_first_field() -> None:
    """A row replaces the one with the same first field, and comes back as it was written."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE TABLE pairs(name TEXT PRIMARY KEY, value INTEGER, other INTEGER DEFAULT 9)")
        write_all(connection, "pairs", Pair, [Pair("a", 1), Pair("b", 2), Pair("a", 3)])
        assert columns(Pair, prefix="p.") == "p.name, p.value"
        question = "SELECT name, value FROM pairs WHERE name = ?"
        assert one(Pair, connection.execute(question, ("a",))) == Pair("a", 3)
        assert one(Pair, connection.execute(question, ("c",))) is None
