"""Days of the calendars that news pages print, as Gregorian days.

Sources: the Thai year is 543 ahead (Buddhist era); the solar Hijri year begins on the day of the March equinox, for
which the 33-year rule holds from 1925 to 2088 (K. M. Borkowski, "The Persian calendar for 3000 years", 1996).
"""

from datetime import date, timedelta

OLDEST = 1990
"""First year a web page can have been published in, with a little room."""
_LATEST = 2100
_BUDDHIST = 543
_PERSIAN = range(1369, 1410)
"""Persian years 1990 to 2030; higher ones are more likely of the lunar calendar, which is not read."""
_EPOCH = date(1990, 3, 21)
"""First day of the Persian year 1369."""
_LEAP = frozenset({1, 5, 9, 13, 17, 22, 26, 30})
"""Remainders by 33 of Persian leap years."""


def day(year: int, month: int, number: int) -> date | None:
    """Return the Gregorian day, or None where there is no such day or no web page can be from it."""
    if year in _PERSIAN:
        return _persian(year, month, number)
    if year >= OLDEST + _BUDDHIST:
        year -= _BUDDHIST
    if not OLDEST <= year < _LATEST:
        return None
    try:
        return date(year, month, number)
    except ValueError:
        return None


def _persian(year: int, month: int, number: int) -> date | None:
    """Return the Gregorian day of a day in the solar Hijri calendar."""
    if not (1 <= month <= 12 and 1 <= number <= (31 if month <= 6 else 30)):
        return None
    years = sum(366 if before % 33 in _LEAP else 365 for before in range(_PERSIAN.start, year))
    months = 31 * (month - 1) - max(0, month - 7)
    return _EPOCH + timedelta(days=years + months + number - 1)
