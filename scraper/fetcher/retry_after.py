"""What `Retry-After` says, in seconds from now (RFC 9110, 10.2.3): a number, or one of three forms of dates."""

import math
import re
from datetime import UTC
from email.utils import parsedate_to_datetime

LONGEST = 86_400.0
"""Seconds that are believed at most: what asks for more is a mistake or a joke, and a day is patience enough."""

_NUMBER = re.compile(r"[+-]?\d{1,40}(\.\d{0,40})?", re.ASCII)


def seconds(value: str | None, now: float) -> float | None:
    """Return how long a server wants to be left alone, 0 to `LONGEST`; None where it says nothing clear.

    `now` is in Unix seconds. What lies in the past, and what is below nought, is 0.
    """
    value = (value or "").strip()
    if not value:
        return None
    asked = float(value) if _NUMBER.fullmatch(value) else _until(value, now)
    return None if asked is None else min(max(asked, 0.0), LONGEST)


def _until(value: str, now: float) -> float | None:
    """Return the seconds until a date; dates without a zone are in UTC, as HTTP's are."""
    try:
        date = parsedate_to_datetime(value)
        stamp = (date if date.tzinfo else date.replace(tzinfo=UTC)).timestamp()
    except (ValueError, OverflowError, IndexError, TypeError):
        return None
    return stamp - now if math.isfinite(stamp) else None
