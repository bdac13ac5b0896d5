"""Names of the files of output: `records-2026-11-23-0001.jsonl`, with `.part` behind it while the file is open.

The date is the UTC day on which the file was begun, the number counts the day's files; names in order of time are in
order of the alphabet as long as a day has fewer than 10,000 files.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

PART: Final = ".part"
"""What stands behind the name of a file that is still written to."""


@dataclass(frozen=True, slots=True)
class Stream:
    """One kind of output, a row of files."""

    name: str
    """What its files' names begin with."""
    ending: str
    """What their names end with, dots included."""
    head: bytes = b""
    """What each file begins with."""


def day_of(moment: float) -> str:
    """Return the UTC day of a moment as `2026-11-23`."""
    return datetime.fromtimestamp(moment, UTC).strftime("%Y-%m-%d")


def next_name(stream: Stream, now: float, taken: Iterable[str]) -> str:
    """Return the name for a new file: one higher than all of its day among the names `taken`, open or closed."""
    day = day_of(now)
    form = re.compile(rf"{re.escape(stream.name)}-{day}-(\d+){re.escape(stream.ending)}(?:{re.escape(PART)})?")
    numbers = [int(found[1]) for found in map(form.fullmatch, taken) if found]
    return f"{stream.name}-{day}-{max(numbers, default=0) + 1:04d}{stream.ending}"
