"""How far the files of output are delivered, as `delivery` writes it down."""

import sqlite3
from collections.abc import Iterable
from dataclasses import astuple
from typing import Any, Final

from scraper.crawler.memory.rows import columns
from scraper.model.visit import Phase, Position

_SELECT: Final = f"SELECT {columns(Position)} FROM outputs"
_WRITE: Final = (
    "INSERT INTO outputs(stream, file, offset, opened_at, phase) VALUES (?, ?, ?, ?, ?)"
    " ON CONFLICT(stream, file) DO UPDATE SET offset = excluded.offset, phase = excluded.phase"
)


def unclosed(connection: sqlite3.Connection) -> list[Position]:
    """Return the files that are open or whose renaming may be missing, oldest first."""
    found = connection.execute(f"{_SELECT} WHERE phase <> 'closed' ORDER BY id")
    return [_position(row) for row in found]


def last_file(connection: sqlite3.Connection, stream: str) -> str | None:
    """Return the name of the file that was begun last for a stream, closed or not."""
    row = connection.execute("SELECT file FROM outputs WHERE stream = ? ORDER BY id DESC LIMIT 1", (stream,)).fetchone()
    return row[0] if row else None


def delivered(connection: sqlite3.Connection) -> list[Position]:
    """Return all files ever begun, oldest first."""
    return [_position(row) for row in connection.execute(f"{_SELECT} ORDER BY id")]


def write_positions(connection: sqlite3.Connection, positions: Iterable[Position]) -> None:
    """Write down how far files are delivered."""
    connection.executemany(_WRITE, map(astuple, positions))


def _position(row: tuple[Any, ...]) -> Position:
    """Return a row as a position."""
    stream, file, offset, opened_at, phase = row
    return Position(stream, file, offset, opened_at, Phase(phase))
