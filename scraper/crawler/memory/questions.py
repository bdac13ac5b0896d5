"""Questions to the state of a crawl that change nothing."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from threading import RLock

from scraper.crawler.memory import addresses, documents, hosts, outputs, repeats
from scraper.crawler.memory.border import naming
from scraper.crawler.memory.counts import Counts, counts_of
from scraper.model.host import HostState
from scraper.model.visit import Listing, Position, RobotsEntry, SourceState, Visit


class Questions:
    """Asks an open state file; may be used from several threads, which then take turns.

    Nothing is held in Python but the connection, so that the size of a crawl does not show in the size of its process.
    Any method raises StateError (damage) or OutputError.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path
        self._lock = RLock()

    def next_due(self) -> float | None:
        """Return the earliest moment any host has work, leased or not; None when nothing will ever be due."""
        with self._turn() as connection:
            return hosts.next_ready(connection)

    def visit(self, key: str) -> Visit | None:
        """Return what is remembered of an address, or None."""
        with self._turn() as connection:
            return addresses.visit_of(connection, key)

    def known(self, keys: Iterable[str]) -> set[str]:
        """Return those of the keys that are remembered."""
        with self._turn() as connection:
            return addresses.known_of(connection, keys)

    def past(self, key: str) -> bytes | None:
        """Return the packed story of an address's last record, or None."""
        with self._turn() as connection:
            return addresses.past_of(connection, key)

    def host(self, host: str) -> HostState:
        """Return how a host is treated; an unknown one as a fresh one."""
        with self._turn() as connection:
            return hosts.host_of(connection, host)

    def worst_hosts(self, limit: int = 20) -> list[HostState]:
        """Return hosts, those that fail most and are slowest first."""
        with self._turn() as connection:
            return hosts.worst_hosts(connection, limit)

    def robots(self, origin: str) -> RobotsEntry | None:
        """Return the kept answer to an origin's `robots.txt`, stale or not, or None."""
        with self._turn() as connection:
            return documents.robots_of(connection, origin)

    def source(self, name: str) -> SourceState:
        """Return what is remembered of a source; an unknown one as a fresh one."""
        with self._turn() as connection:
            return documents.source_of(connection, name)

    def sources(self) -> dict[str, SourceState]:
        """Return all sources that were ever worked through, by name."""
        with self._turn() as connection:
            return documents.all_sources(connection)

    def listing(self, href: str) -> Listing | None:
        """Return what is remembered of a feed, sitemap or section page, or None."""
        with self._turn() as connection:
            return documents.listing_of(connection, href)

    def segments_of(self, host: str) -> Mapping[int, int]:
        """Return the hashes of a host's texts with the number of pages each stood on."""
        with self._turn() as connection:
            return repeats.segments_of(connection, host)

    def pages_of(self, host: str) -> int:
        """Return how many pages `segments_of` is about."""
        with self._turn() as connection:
            return repeats.pages_of(connection, host)

    def counts(self) -> Counts:
        """Count everything; takes about a second for a million addresses."""
        with self._turn() as connection:
            return counts_of(connection)

    def unclosed(self) -> list[Position]:
        """Return the files of output that are open or whose renaming may be missing, oldest first."""
        with self._turn() as connection:
            return outputs.unclosed(connection)

    def outputs(self) -> list[Position]:
        """Return all files of output ever begun, with the bytes delivered to each, oldest first."""
        with self._turn() as connection:
            return outputs.delivered(connection)

    def last_file(self, stream: str) -> str | None:
        """Return the name of the file that was begun last for a stream, closed or not."""
        with self._turn() as connection:
            return outputs.last_file(connection, stream)

    @contextmanager
    def _turn(self) -> Iterator[sqlite3.Connection]:
        """Wait for this thread's turn; errors of the block name the state file."""
        with self._lock, naming(self._path):
            yield self._connection
