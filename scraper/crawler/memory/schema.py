"""The tables of the state file, as numbered steps: a file of any earlier version is brought up by the steps it lacks.

`PRAGMA user_version` holds the number of the last step, `PRAGMA application_id` says that the file is one of ours.
A step that was released is never edited; what changes is a step more.
"""

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from scraper.errors import StateError

APPLICATION: Final = 0x73637231
"""`application_id` of a state file: the letters `scr1`."""

_TABLES: Final = """
CREATE TABLE hosts(
    id INTEGER PRIMARY KEY,
    host TEXT NOT NULL UNIQUE,
    delay REAL NOT NULL DEFAULT 0,
    crawl_delay REAL,
    not_before REAL NOT NULL DEFAULT 0,
    failures INTEGER NOT NULL DEFAULT 0,
    cause TEXT,
    seconds REAL,
    slowed_at REAL NOT NULL DEFAULT 0,
    first_due REAL,
    ready REAL,
    pages INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX hosts_ready ON hosts(ready) WHERE ready IS NOT NULL;
CREATE TABLE addresses(
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    href TEXT NOT NULL,
    host INTEGER NOT NULL REFERENCES hosts(id),
    source TEXT NOT NULL,
    depth INTEGER NOT NULL,
    found_at REAL NOT NULL,
    due REAL,
    tries INTEGER NOT NULL DEFAULT 0,
    seen_at REAL,
    changed_at REAL,
    interval REAL,
    etag TEXT,
    last_modified TEXT,
    body_digest BLOB,
    story_digest BLOB,
    failures INTEGER NOT NULL DEFAULT 0,
    cause TEXT,
    revision INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX addresses_due ON addresses(host, due) WHERE due IS NOT NULL;
CREATE INDEX addresses_of_source ON addresses(host, source, due) WHERE due IS NOT NULL;
CREATE TABLE pasts(address INTEGER PRIMARY KEY REFERENCES addresses(id), past BLOB NOT NULL);
CREATE TABLE sources(
    name TEXT PRIMARY KEY,
    last REAL,
    next REAL,
    result TEXT NOT NULL,
    failures INTEGER NOT NULL,
    cause TEXT,
    found INTEGER NOT NULL,
    fresh INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE listings(
    href TEXT PRIMARY KEY,
    source TEXT NOT NULL,
    etag TEXT,
    last_modified TEXT,
    digest BLOB,
    seen_at REAL
) WITHOUT ROWID;
CREATE TABLE robots(
    origin TEXT PRIMARY KEY,
    verdict TEXT NOT NULL,
    because TEXT NOT NULL,
    body BLOB NOT NULL,
    fetched REAL,
    until REAL NOT NULL,
    failing_since REAL,
    failures INTEGER NOT NULL
);
CREATE TABLE outputs(
    id INTEGER PRIMARY KEY,
    stream TEXT NOT NULL,
    file TEXT NOT NULL,
    offset INTEGER NOT NULL,
    opened_at REAL NOT NULL,
    phase TEXT NOT NULL,
    UNIQUE(stream, file)
);
CREATE INDEX outputs_unclosed ON outputs(stream) WHERE phase <> 'closed';
"""

_SITE_MEMORY: Final = """
CREATE TABLE repeats(
    host INTEGER NOT NULL REFERENCES hosts(id),
    hash INTEGER NOT NULL,
    pages INTEGER NOT NULL,
    last INTEGER NOT NULL,
    PRIMARY KEY(host, hash)
) WITHOUT ROWID;
"""

STEPS: Final[Sequence[str]] = (_TABLES, _SITE_MEMORY)
"""SQL that leads from version n to version n + 1, at place n."""


def migrate(connection: sqlite3.Connection, path: Path, steps: Sequence[str] = STEPS) -> None:
    """Bring an open file up to the newest version: each step whole or not at all.

    Raises StateError for a file of a newer version or of another program, sqlite3.Error for a damaged one.
    """
    version = version_of(connection, path, newest=len(steps))
    for number, step in enumerate(steps[version:], start=version + 1):
        connection.executescript(
            f"BEGIN IMMEDIATE; {step} PRAGMA user_version = {number}; PRAGMA application_id = {APPLICATION}; COMMIT;"
        )


def version_of(connection: sqlite3.Connection, path: Path, *, newest: int = len(STEPS)) -> int:
    """Return the version of an open file, 0 for an empty one; StateError when this program cannot use it."""
    ((version,),) = connection.execute("PRAGMA user_version").fetchall()
    ((application,),) = connection.execute("PRAGMA application_id").fetchall()
    ((tables,),) = connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
    if application != APPLICATION and (tables or version or application):
        raise StateError(f"{path} is not the state file of a crawl; name another place for the state")
    if version > newest:
        raise StateError(
            f"the state file {path} has version {version}, made by a newer release; this one knows {newest}: upgrade"
        )
    return int(version)
