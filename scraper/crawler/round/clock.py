"""The time of a crawl: Unix seconds that never go back, whatever is done to the machine's clock."""

import time
from collections.abc import Callable
from datetime import UTC, datetime


class Clock:
    """Tells the time; where the wall clock was set back, it goes on from where it was."""

    def __init__(self, wall: Callable[[], float] = time.time, steady: Callable[[], float] = time.monotonic) -> None:
        self._wall, self._steady = wall, steady
        self._ahead = wall() - steady()

    def __call__(self) -> float:
        """Return the time now."""
        steady = self._steady()
        # A wall clock that runs ahead is right: the machine slept, or its clock was late and has been set.
        self._ahead = max(self._ahead, self._wall() - steady)
        return steady + self._ahead


def moment(seconds: float | None) -> str | None:
    """Return Unix seconds as logs and tables show them: ISO 8601 in UTC, to the second; None for never."""
    if seconds is None:
        return None
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
