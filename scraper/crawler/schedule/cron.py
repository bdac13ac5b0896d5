"""Cron lines; the only file that knows cronsim.

Five fields as in Debian's cron (`man 5 crontab`), with `L` and `#` for the last and the n-th weekday of a month. The
days the clocks change are Debian's too: a moment that is skipped comes right after the gap, one that comes twice
counts the first time, and lines with a `*` in minute or hour go by real time.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice
from zoneinfo import ZoneInfo

from cronsim import CronSim, CronSimError

_FIELDS = 5
_LONGEST = 1000
# Within the hour that comes twice, cronsim may answer with moments that have passed: once a minute at the most.
_STALE = 24 * 60


def complaint(line: str) -> str | None:
    """Return what is wrong with a cron line, None where it is right."""
    if len(line) > _LONGEST:
        return f"is longer than {_LONGEST} characters"
    fields = len(line.split())
    if fields != _FIELDS:
        return f"has {fields} fields where 5 are expected: minute hour day-of-month month day-of-week"
    try:
        found = next(CronSim(line, datetime(2024, 1, 1, tzinfo=UTC)), None)
    except CronSimError as error:
        return str(error).lower().replace("bad", "has a bad", 1)
    return None if found else "names no moment in the next 50 years"


def next_tick(line: str, timezone: str, after: float) -> float | None:
    """Return the first moment (Unix seconds) after another that a cron line names; None where it names none."""
    return next((tick for tick in islice(_ticks(line, timezone, after), _STALE) if tick > after), None)


def _ticks(line: str, timezone: str, after: float) -> Iterator[float]:
    """Yield moments around and after another."""
    start = datetime.fromtimestamp(after, UTC if timezone == "UTC" else ZoneInfo(timezone))
    for moment in CronSim(line, start):
        yield moment.timestamp()
