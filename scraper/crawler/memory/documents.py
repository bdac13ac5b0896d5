"""What is remembered of sources, of the documents they are read from, and of `robots.txt`."""

import sqlite3
import zlib
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from scraper.crawler.memory.rows import columns, one, write_all
from scraper.model.visit import Listing, RobotsEntry, SourceState

_SOURCE: Final = f"SELECT {columns(SourceState)} FROM sources"
_LISTING: Final = f"SELECT {columns(Listing)} FROM listings WHERE href = ?"
_ROBOTS: Final = f"SELECT {columns(RobotsEntry)} FROM robots WHERE origin = ?"


def source_of(connection: sqlite3.Connection, name: str) -> SourceState:
    """Return what is remembered of a source; an unknown one as a fresh one."""
    return one(SourceState, connection.execute(f"{_SOURCE} WHERE name = ?", (name,))) or SourceState(name)


def all_sources(connection: sqlite3.Connection) -> dict[str, SourceState]:
    """Return all sources that were ever worked through, by name."""
    return {row[0]: SourceState(*row) for row in connection.execute(f"{_SOURCE} ORDER BY name")}


def listing_of(connection: sqlite3.Connection, href: str) -> Listing | None:
    """Return what is remembered of a feed, sitemap or section page, or None."""
    return one(Listing, connection.execute(_LISTING, (href,)))


def robots_of(connection: sqlite3.Connection, origin: str) -> RobotsEntry | None:
    """Return the kept answer to an origin's `robots.txt`, stale or not, or None."""
    entry = one(RobotsEntry, connection.execute(_ROBOTS, (origin,)))
    return replace(entry, body=zlib.decompress(entry.body)) if entry else None


def write_sources(connection: sqlite3.Connection, sources: Iterable[SourceState]) -> None:
    """Remember sources as they are now."""
    write_all(connection, "sources", SourceState, sources)


def write_listings(connection: sqlite3.Connection, listings: Iterable[Listing]) -> None:
    """Remember documents that addresses were discovered in."""
    write_all(connection, "listings", Listing, listings)


def write_robots(connection: sqlite3.Connection, entries: Iterable[RobotsEntry]) -> None:
    """Keep answers to `robots.txt`, packed: one may have 500 KiB."""
    packed = (replace(entry, body=zlib.compress(entry.body, 1)) for entry in entries)
    write_all(connection, "robots", RobotsEntry, packed)
