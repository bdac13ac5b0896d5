"""Rows of tables as frozen data: columns bear the names of the dataclass's fields."""

import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import astuple, fields
from typing import Any, TypeVar

Row = TypeVar("Row")


def columns(kind: type, *, prefix: str = "") -> str:
    """Return the fields of a dataclass as a list of columns."""
    return ", ".join(f"{prefix}{field.name}" for field in fields(kind))


def replacement(table: str, kind: type) -> str:
    """Return the SQL that writes a dataclass as a row over whatever had its first field, the primary key."""
    names = [field.name for field in fields(kind)]
    marks = ", ".join("?" * len(names))
    changes = ", ".join(f"{name} = excluded.{name}" for name in names[1:])
    return f"INSERT INTO {table}({', '.join(names)}) VALUES ({marks}) ON CONFLICT({names[0]}) DO UPDATE SET {changes}"


def write_all(connection: sqlite3.Connection, table: str, kind: type, rows: Iterable[Any]) -> None:
    """Write dataclasses of one kind as rows of a table."""
    connection.executemany(replacement(table, kind), map(astuple, rows))


def one(make: Callable[..., Row], found: sqlite3.Cursor) -> Row | None:
    """Return the first row of a result, made by `make`, or None."""
    row = found.fetchone()
    return make(*row) if row else None
