"""When to commit and when to begin a new file: decisions only."""

from dataclasses import dataclass

from scraper.crawler.delivery.naming import day_of
from scraper.model.visit import Position


@dataclass(frozen=True, slots=True)
class Pending:
    """What waits for the next commit."""

    entries: int
    """Pieces of output that wait."""
    size: int
    """Their bytes."""


@dataclass(frozen=True, slots=True)
class GroupLimits:
    """How much may wait: more makes commits cheaper, less makes a crash cheaper."""

    entries: int = 200
    """Entries (pages, outcomes) after which a commit is due."""
    size: int = 8 * 1024 * 1024
    """Bytes of output after which a commit is due."""
    seconds: float = 1.0
    """Seconds after the first entry after which a commit is due."""


@dataclass(frozen=True, slots=True)
class Rotation:
    """When a file of output is closed and the next begun."""

    max_bytes: int = 256 * 1024 * 1024
    """Size that closes a file; the group that reaches it is still written to it whole."""
    daily: bool = True
    """Whether a new UTC day closes a file."""


def is_commit_due(pending: Pending, waited: float, limits: GroupLimits) -> bool:
    """Say whether a group is committed now; `waited`: seconds since its first entry."""
    if not pending.entries:
        return False
    return pending.entries >= limits.entries or pending.size >= limits.size or waited >= limits.seconds


def is_full(position: Position, rotation: Rotation, now: float) -> bool:
    """Say whether an open file is closed before more is written to it."""
    if rotation.daily and day_of(now) != day_of(position.opened_at):
        return True
    return position.offset >= rotation.max_bytes
