"""The state of a crawl: one file, one writer, everything one group commit writes in one transaction."""

import sqlite3
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import RLock

from scraper.crawler.memory import addresses, documents, hosts, outputs, repeats
from scraper.crawler.memory.addresses import Scope, Within
from scraper.crawler.memory.batch import Batch
from scraper.crawler.memory.border import naming
from scraper.crawler.memory.counts import Counts, counts_of
from scraper.crawler.memory.opening import open_reading, open_writing
from scraper.model.host import HostState
from scraper.model.visit import Listing, Position, RobotsEntry, SourceState, Visit


@contextmanager
def open_memory(path: Path) -> Iterator["Memory"]:
    """Open the state file for a crawl, making or upgrading it, and hold its lock for the block.

    Raises LockedError when another crawl holds it, StateError when the file is damaged, foreign or newer than this
    program, DiskFullError when there is no room.
    """
    with open_writing(path) as connection:
        yield Memory(connection, path)


@contextmanager
def read_memory(path: Path) -> Iterator["Memory"]:
    """Open the state file only to look, also while a crawl is running; StateError when there is none to read."""
    with open_reading(path) as connection:
        yield Memory(connection, path)


class Memory:
    """Asks and changes the state; may be used from several threads, which then take turns.

    Nothing is held in Python but the connection, so that the size of a crawl does not show in the size of its process.
    Any method raises DiskFullError, StateError (damage) or OutputError.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path
        self._lock = RLock()

    def take(
        self,
        now: float,
        limit: int,
        *,
        per_host: int = 10,
        without: Container[str] = (),
        scope: Scope | None = None,
    ) -> list[Visit]:
        """Lease up to `limit` addresses that are due, at most `per_host` of a host, longest waiting hosts first.

        Passed over: hosts in `without`, hosts that must not be asked before a later moment (`scope` says how much
        later), addresses leased already. A lease ends with the commit of its visit, with `release`, or with the
        process.
        """
        with self._turn() as connection:
            within = Within(now, limit, per_host, without, scope or Scope(now))
            return addresses.take_due(connection, within)

    def release(self, keys: Iterable[str]) -> None:
        """Give leased addresses back as they were."""
        with self._turn() as connection:
            addresses.release(connection, keys)

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

    def forget_site(self, host: str) -> None:
        """Forget all that was learnt of a host's texts."""
        with self._turn() as connection:
            repeats.forget(connection, host)

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

    def commit(self, batch: Batch, positions: Sequence[Position] = (), *, now: float = 0.0) -> int:
        """Write a batch and the positions of the output in one transaction; return how many addresses were new.

        The output behind the positions has to be on disk by then. When an error is raised nothing was written.
        """
        with self._turn() as connection, _transaction(connection):
            new = addresses.add_found(connection, batch.found, now)
            _write(connection, batch)
            outputs.write_positions(connection, positions)
        return new

    @contextmanager
    def _turn(self) -> Iterator[sqlite3.Connection]:
        """Wait for this thread's turn; errors of the block name the state file."""
        with self._lock, naming(self._path):
            yield self._connection


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Do all of the block or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    finally:
        # SQLite itself rolls back on some errors and not on others.
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def _write(connection: sqlite3.Connection, batch: Batch) -> None:
    """Write all of a batch but what was found."""
    addresses.write_visits(connection, batch.visits)
    addresses.write_pasts(connection, batch.pasts.items())
    hosts.write_hosts(connection, batch.hosts.values())
    documents.write_robots(connection, batch.robots)
    documents.write_sources(connection, batch.sources)
    documents.write_listings(connection, batch.listings)
    repeats.learn(connection, batch.learnt)
    hosts.set_ready(connection, [*batch.hosts, *(v.host for v in batch.visits), *(c.host for c in batch.found)])
