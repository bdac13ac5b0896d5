"""When a page is visited again: sooner after news, later without, later still after failures.

The interval shrinks by a fifth with each visit that finds the story changed and grows by two fifths with each that
does not. Both are in balance where six visits of ten find something new: a page that changes every ten hours is
visited every six hours in the long run, one that changes at random with a mean of ten hours every nine.
No clock is read and nothing is drawn by lot.
"""

from typing import Final

from scraper.model.source import Recrawl

FIRST: Final = 6 * 3600.0
"""Seconds from the first visit of a page to the second, within the bounds of its source."""
SOONER: Final = 0.8
"""What is left of an interval when the story changed."""
LATER: Final = 1.4
"""What an interval becomes when it did not."""
FIRST_RETRY: Final = 3600.0
"""Seconds from a failed visit to the next one; doubled with each failure in a row."""
LAST_RETRY: Final = 7 * 86400.0
"""Seconds between two visits of a page that keeps failing, at most."""
PATIENCE: Final = 10
"""Failures in a row after which a page is given up."""


def after_visit(bounds: Recrawl, interval: float | None, now: float, *, news: bool) -> tuple[float, float | None]:
    """Return the interval (seconds) after a visit that went well, and when the next is due, None for never.

    `interval` is the present one, None after the first visit. `news`: whether the story is another than last time.
    """
    wanted = FIRST if interval is None else interval * (SOONER if news else LATER)
    bounded = min(max(wanted, bounds.least), bounds.most)
    return bounded, now + bounded if bounds.on else None


def after_failure(failures: int, now: float, asked: float | None = None) -> float | None:
    """Return when a page is visited again after so many failures in a row (1 at least); None: it is given up.

    `asked`: seconds the server wants to be left alone.
    """
    if failures >= PATIENCE:
        return None
    return now + max(min(FIRST_RETRY * 2.0 ** (failures - 1), LAST_RETRY), asked or 0.0)
