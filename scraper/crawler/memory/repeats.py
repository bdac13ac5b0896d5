"""Site memory: on how many pages of a host a segment's text stood, by a hash of the text.

A text that stands on many pages of a host is hardly part of a story. What is kept of a host is bounded and ages:
after `WINDOW` pages all counts are halved and what falls to nothing is forgotten, so that an old design of a site
fades; every `EVERY` pages all but `MOST` hashes go, the rarest and, among those, the oldest first. A page adds at most
`PAGE_MOST` hashes, and of a host that is known well only one page in `SAMPLE` is learnt: more would tell nothing new.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from scraper.crawler.memory.hosts import host_ids

WINDOW: Final = 512
"""Pages of a host after which all its counts are halved."""

MOST: Final = 4_096
"""Hashes that are kept of one host when it is trimmed."""

EVERY: Final = 32
"""Pages of a host after which it is trimmed: to count what is there after each page would cost more than to learn."""

PAGE_MOST: Final = 512
"""Hashes that are learnt of one page."""

KNOWN_WELL: Final = 64
"""Pages after which a host is known well."""

SAMPLE: Final = 4
"""Of a host that is known well, one page in so many is learnt."""

_SIGN: Final = 1 << 63
_COUNT: Final = (
    "INSERT INTO repeats(host, hash, pages, last) VALUES (?, ?, ?, ?)"
    " ON CONFLICT(host, hash) DO UPDATE SET pages = pages + excluded.pages, last = excluded.last"
)
_TRIM: Final = (
    "DELETE FROM repeats WHERE host = :host AND hash IN (SELECT hash FROM repeats WHERE host = :host"
    " ORDER BY pages, last LIMIT max(0, (SELECT count(*) FROM repeats WHERE host = :host) - :most))"
)
_HALVE: Final = (
    "UPDATE repeats SET pages = pages / 2 WHERE host = :host",
    "DELETE FROM repeats WHERE host = :host AND pages = 0",
    "UPDATE hosts SET pages = pages / 2 WHERE id = :host",
)


def segments_of(connection: sqlite3.Connection, host: str) -> Mapping[int, int]:
    """Return the hashes (64 bits, unsigned) of a host's texts with the number of pages each stood on."""
    question = "SELECT hash, r.pages FROM repeats r JOIN hosts h ON h.id = r.host WHERE h.host = ?"
    return {number + _SIGN: pages for number, pages in connection.execute(question, (host,))}


def pages_of(connection: sqlite3.Connection, host: str) -> int:
    """Return how many pages of a host the counts are about (halved together with them)."""
    row = connection.execute("SELECT pages FROM hosts WHERE host = ?", (host,)).fetchone()
    return int(row[0]) if row else 0


def learn(connection: sqlite3.Connection, pages: Sequence[tuple[str, frozenset[int]]]) -> None:
    """Count pages, each given by its host and the hashes of its segments."""
    hosts = host_ids(connection, {host for host, _ in pages})
    for host, number in hosts.items():
        _learn_host(connection, number, [hashes for name, hashes in pages if name == host])


def _pages(connection: sqlite3.Connection, host: int) -> int:
    """Return how many pages the counts of a host, given by its number, are about."""
    ((pages,),) = connection.execute("SELECT pages FROM hosts WHERE id = ?", (host,)).fetchall()
    return int(pages)


def forget(connection: sqlite3.Connection, host: str) -> None:
    """Forget all that was learnt of a host's texts."""
    connection.execute("DELETE FROM repeats WHERE host = (SELECT id FROM hosts WHERE host = ?)", (host,))
    connection.execute("UPDATE hosts SET pages = 0 WHERE host = ?", (host,))


def _learn_host(connection: sqlite3.Connection, host: int, pages: Sequence[frozenset[int]]) -> None:
    """Count pages of one host, then let its memory age and shrink to its bounds."""
    if _pages(connection, host) >= KNOWN_WELL:
        pages = [hashes for hashes in pages if sum(hashes) % SAMPLE == 0]
    update = "UPDATE hosts SET pages = pages + ? WHERE id = ? RETURNING pages"
    ((seen,),) = connection.execute(update, (len(pages), host)).fetchall()
    connection.executemany(_COUNT, _rows(host, pages, seen))
    if seen >= WINDOW:
        for step in _HALVE:
            connection.execute(step, {"host": host})
    if seen // EVERY > (seen - len(pages)) // EVERY:
        connection.execute(_TRIM, {"host": host, "most": MOST})


def _rows(host: int, pages: Iterable[frozenset[int]], last: int) -> Iterator[tuple[int, int, int, int]]:
    """Yield the rows of hashes; SQLite's integers are signed, so the hashes are moved down by half their range."""
    # The smallest hashes of an overlong page: as good as drawn by lot, and the same on every page they stand on.
    counts = Counter(number for hashes in pages for number in sorted(hashes)[:PAGE_MOST])
    for number, count in sorted(counts.items()):
        yield host, number - _SIGN, count, last
