"""The state of a crawl: one file, one writer, everything one group commit writes in one transaction."""

import sqlite3
from collections.abc import Container, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from scraper.crawler.memory import addresses, documents, hosts, outputs, repeats
from scraper.crawler.memory.addresses import Scope, Within
from scraper.crawler.memory.batch import Batch
from scraper.crawler.memory.opening import open_reading, open_writing
from scraper.crawler.memory.questions import Questions
from scraper.model.visit import Position, Visit


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


class Memory(Questions):
    """Asks and changes the state; any method may also raise DiskFullError."""

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

    def forget_site(self, host: str) -> None:
        """Forget all that was learnt of a host's texts."""
        with self._turn() as connection:
            repeats.forget(connection, host)

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
