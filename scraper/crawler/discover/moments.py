"""Points in time as feeds and sitemaps write them."""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

_MONTH = re.compile(r"\d{4}(-\d{2})?")
_EARLIEST = 0.0


def moment(text: str) -> float | None:
    """Return a date or time as Unix seconds; None where it is none that can be read, or lies before 1970.

    W3C forms (https://www.w3.org/TR/NOTE-datetime: year, month, day, or to the second, with zone or without), their
    usual variations, and the form of mail (RFC 5322). What is not said counts as its start, and as UTC.
    """
    text = text.strip()
    if _MONTH.fullmatch(text):
        text = f"{text}-01-01"[:10]
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            found = read(text)
            seconds = (found if found.tzinfo else found.replace(tzinfo=UTC)).timestamp()
        except (ValueError, OverflowError):
            continue
        return seconds if seconds >= _EARLIEST else None
    return None
