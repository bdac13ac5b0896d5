"""Addresses that sites make without end: calendars, filters in every order, links that grow. What is bounded, and why.

A trap is refused where it is found as a link; addresses that a person, a feed or a sitemap lists need not be asked.

    length        more characters than any page people link to
    depth         more parts in the path
    repeated      a relative link without its slash: /a/b/a/b/, or one part three times and more
    parameters    filters put on filters
    orders        the same parameters in one more order (`Orders`, which remembers)
    calendar      a month that "next" and "previous" lead to for ever: far in the future, or before the earliest year
    session       who asks stands in the address, so that every visit finds new ones
"""

import re
from collections import Counter, OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Final

from scraper.addresses.key import dedup_key, key_of
from scraper.addresses.whatwg import Address, parse


class Trap(StrEnum):
    """Why an address is not followed."""

    LENGTH = "length"
    DEPTH = "depth"
    REPEATED = "repeated"
    PARAMETERS = "parameters"
    ORDERS = "orders"
    CALENDAR = "calendar"
    SESSION = "session"


@dataclass(frozen=True, slots=True)
class Bounds:
    """How far links are followed."""

    length: int = 2000
    """Characters of an address without its fragment."""
    depth: int = 16
    """Parts of a path."""
    repeats: int = 2
    """How often one part of a path may stand in it; numbers are not counted: /2024/05/05/."""
    parameters: int = 12
    """Parameters of a query, tracking left out."""
    orders: int = 2
    """Orders of the same parameters that are followed."""
    ahead: float = 366.0
    """Days into the future that a month or day in an address may lie."""
    earliest: int = 1900
    """First year that a month or day in an address may be of."""


_YEAR_MONTH: Final = r"([12]\d{3})[/_.-]?(0[1-9]|1[0-2])(?:[/_.-]?([0-2]\d|3[01]))?"
_IN_PATH: Final = re.compile(rf"/{_YEAR_MONTH.replace('[/_.-]?', '[/_.-]')}(?=/|$)")
_IN_VALUE: Final = re.compile(rf"{_YEAR_MONTH}(?=$|[T+ ]|%20)")
_CALENDAR_NAMES: Final = re.compile(
    r"date|day|month|year|week|cal|when|from|since|until|start|end|time|(?:^|_)(?:y|m|d)$"
)
_YEAR: Final = re.compile(r"[12]\d{3}$")
_SESSION_PATH: Final = re.compile(
    r"/\((?:[A-Z]\([A-Za-z0-9_-]{8,}\))+\)|[/;](?:sid|s?session_?(?:id)?|phpsessid)[=/-]?[0-9a-f]{16,}", re.I
)
_SESSION_NAMES: Final = frozenset(
    "sid session sessid sessionid session_id s_id oscsid zenid cftoken aspsessionid".split()
)
_SESSION_VALUE: Final = re.compile(r"(?=.*\d)[0-9A-Za-z_-]{16,}$")


@dataclass(frozen=True, slots=True)
class _Link:
    """An address and what the checks look at."""

    address: Address
    """The address."""
    parts: list[str]
    """Parts of its path; none is empty."""
    pairs: list[tuple[str, str]]
    """Its parameters that are no tracking, names in lower case."""


def trap(href: str, bounds: Bounds, now: float) -> Trap | None:
    """Return why a link to this address is not followed, or None; `now` in unix seconds.

    Raises AddressError where it is no address.
    """
    return trap_of(parse(href), bounds, now)


def trap_of(address: Address, bounds: Bounds, now: float) -> Trap | None:
    """Return the same of an address that is taken apart already."""
    today = datetime.fromtimestamp(now, UTC).date()
    link = _Link(address, [part for part in address.path.split("/") if part], _pairs(address))
    return next((reason for reason, holds in _CHECKS if holds(link, bounds, today)), None)


class Orders:
    """Remembers, for one round, in which orders the same parameters were seen; bounded, the oldest forgotten first."""

    def __init__(self, bounds: Bounds, capacity: int = 100_000) -> None:
        """Remember at most `capacity` sets of parameters."""
        self._bounds = bounds
        self._capacity = capacity
        self._seen: OrderedDict[int, tuple[int, ...]] = OrderedDict()

    def trap(self, href: str) -> Trap | None:
        """Return ORDERS where the parameters were seen in as many other orders as are followed, else None.

        Asking twice about one address gives one answer. Raises AddressError where it is no address.
        """
        key = dedup_key(href)
        start, _, query = key.partition("?")
        pieces = query.split("&")
        if len(pieces) < 2:
            return None
        # Numbers instead of addresses: a hundred thousand of them are kept.
        whole, order = hash((start, *sorted(pieces))), hash(key)
        seen = self._seen.pop(whole, ())
        if len(self._seen) >= self._capacity:
            self._seen.popitem(last=False)
        known = order in seen
        self._seen[whole] = seen if known or len(seen) >= self._bounds.orders else (*seen, order)
        return None if order in self._seen[whole] else Trap.ORDERS


def _is_long(link: _Link, bounds: Bounds, _: date) -> bool:
    return len(link.address.document) > bounds.length


def _is_deep(link: _Link, bounds: Bounds, _: date) -> bool:
    return len(link.parts) > bounds.depth


def _repeats(link: _Link, bounds: Bounds, _: date) -> bool:
    """Whether a part stands too often in the path, or two and more parts follow themselves."""
    parts = link.parts
    words = Counter(part for part in parts if not part.isdigit())
    if any(times > bounds.repeats for times in words.values()):
        return True
    pairs = ((start, size) for size in range(2, len(parts) // 2 + 1) for start in range(len(parts) - 2 * size + 1))
    return any(_doubled(parts[start : start + 2 * size]) for start, size in pairs)


def _doubled(parts: list[str]) -> bool:
    """Whether the second half is the first one again; dates of two days may look alike."""
    half = len(parts) // 2
    return parts[:half] == parts[half:] and not all(part.isdigit() for part in parts)


def _is_filtered(link: _Link, bounds: Bounds, _: date) -> bool:
    return len(link.pairs) > bounds.parameters


def _is_session(link: _Link, _: Bounds, __: date) -> bool:
    """Whether the path or a parameter holds what a server knows a visitor by."""
    if _SESSION_PATH.search(link.address.path):
        return True
    return any(name in _SESSION_NAMES and _SESSION_VALUE.match(value) for name, value in link.pairs)


def _is_calendar(link: _Link, bounds: Bounds, today: date) -> bool:
    """Whether a month or year in the address lies too far away."""
    latest = today + timedelta(days=bounds.ahead)
    months = _months(link)
    return any(year < bounds.earliest or (year, month) > (latest.year, latest.month) for year, month in months)


def _months(link: _Link) -> Iterator[tuple[int, int]]:
    """Yield the years and months named by a path or by parameters of a calendar; a year alone is its January."""
    for found in _IN_PATH.finditer(link.address.path):
        yield int(found[1]), int(found[2])
    for name, value in link.pairs:
        if _CALENDAR_NAMES.search(name):
            month = _IN_VALUE.match(value)
            if month:
                yield int(month[1]), int(month[2])
            elif _YEAR.match(value):
                yield int(value), 1


def _pairs(address: Address) -> list[tuple[str, str]]:
    """Return the parameters that are no tracking, names in lower case."""
    query = key_of(address).partition("?")[2] if address.query else ""
    pieces = (piece.partition("=") for piece in query.split("&") if piece)
    return [(name.lower(), value) for name, _, value in pieces]


_CHECKS: Final[tuple[tuple[Trap, Callable[[_Link, Bounds, date], bool]], ...]] = (
    (Trap.LENGTH, _is_long),
    (Trap.DEPTH, _is_deep),
    (Trap.REPEATED, _repeats),
    (Trap.PARAMETERS, _is_filtered),
    (Trap.CALENDAR, _is_calendar),
    (Trap.SESSION, _is_session),
)
