"""When a schedule's next visit is, given the last one.

A visit is due once however many were missed: the next is counted from the last one that took place, so a machine
that slept for a week catches up with one round.
"""

import hashlib
import math

from scraper.crawler.schedule.cron import next_tick
from scraper.model.source import Schedule

FIRST_RETRY = 60.0
"""Seconds until a source that failed is tried again; doubled with each failure in a row."""
LAST_RETRY = 3600.0
"""Seconds between two tries of a source that keeps failing, at most."""


def next_due(schedule: Schedule, name: str, last: float | None, now: float) -> float:
    """Return when the source of this name is due (Unix seconds): `<= now` means at once, infinity never.

    A source that was never visited is due at once. A last visit in the future (the clock was put back since) counts
    as now, so that no source sleeps until the clock has caught up. The same arguments always give the same moment.
    """
    if last is None:
        return now
    last = min(last, now)
    planned = _planned(schedule, last)
    return planned + schedule.jitter * _fraction(name, planned)


def retry_due(planned: float, failures: int, now: float) -> float:
    """Return when a source whose last visits failed is tried again: never later than it is due anyhow."""
    doublings = min(max(failures - 1, 0), 16)
    return min(planned, now + min(math.ldexp(FIRST_RETRY, doublings), LAST_RETRY))


def _planned(schedule: Schedule, last: float) -> float:
    """Return the next moment of a schedule, without spread."""
    if schedule.cron is None:
        return last + (schedule.every or 0.0)
    tick = next_tick(schedule.cron, schedule.timezone, last)
    return math.inf if tick is None else tick


def _fraction(name: str, planned: float) -> float:
    """Return a number from 0 to 1 that is another for each source and each moment, and always the same for both."""
    if math.isinf(planned):
        return 0.0
    digest = hashlib.blake2b(f"{name} {planned:.0f}".encode(), digest_size=4).digest()
    return int.from_bytes(digest) / 2**32
