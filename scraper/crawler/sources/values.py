"""Readers of single values: each takes what TOML gave, and returns it checked or complains and returns None."""

import re
from collections.abc import Callable, Collection, Mapping
from typing import Any, Final
from zoneinfo import available_timezones

from scraper.addresses.vetting import vet
from scraper.crawler.schedule.cron import complaint
from scraper.crawler.sources.faults import Complain, near
from scraper.errors import AddressError, UsageError
from scraper.model.options import Options
from scraper.tagger import choose

Reader = Callable[[object, Complain], Any]
"""The value is None where it was complained of."""

_SECONDS: Mapping[str, float] = {"ms": 0.001, "s": 1, "m": 60, "h": 3600, "d": 86400, "w": 7 * 86400}
_BYTES: Mapping[str, int] = {
    "": 1,
    "b": 1,
    "kb": 10**3,
    "mb": 10**6,
    "gb": 10**9,
    "kib": 1 << 10,
    "mib": 1 << 20,
    "gib": 1 << 30,
}
_PERIOD = re.compile(r"(?:[0-9]+(?:\.[0-9]+)?(?:ms|[smhdw])\s*)+")
_PERIOD_PART = re.compile(r"([0-9]+(?:\.[0-9]+)?)(ms|[smhdw])")
_SIZE = re.compile(r"([0-9]+(?:\.[0-9]+)?)\s*([kmg]i?b|b?)", re.IGNORECASE)
_NAME = re.compile(r"[\w.-]+")
_HOST = re.compile(r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)*|[0-9a-f:]+(?:[0-9.]+)?")
_TOKEN = re.compile(r"[A-Za-z_-]+")
_CONTACT = re.compile(r"https?://[^\s()<>;]+|[^\s()<>;@]+@[^\s()<>;@]+")
LONGEST_TEXT: Final = 1000
"""Characters of a name, a pattern or a header at most."""


def text(value: object, complain: Complain) -> str | None:
    """Read a text that is not empty."""
    if isinstance(value, str) and value.strip() and len(value) <= LONGEST_TEXT:
        return value
    complain(f"expected a text of 1 to {LONGEST_TEXT} characters, found {_found(value)}")
    return None


def spelled(pattern: re.Pattern[str], expected: str) -> Reader:
    """Return a reader of texts that a pattern matches as a whole."""

    def _read(value: object, complain: Complain) -> str | None:
        if isinstance(value, str) and pattern.fullmatch(value) and len(value) <= LONGEST_TEXT:
            return value
        complain(f"expected {expected}, found {_found(value)}")
        return None

    return _read


name = spelled(_NAME, "a name of letters, digits, '.', '_' and '-'")
host = spelled(_HOST, "a host name in lower-case ASCII without scheme and port, such as 'example.org'")
token = spelled(_TOKEN, "a name of letters, '_' and '-', such as 'examplebot' (RFC 9309)")
_contact = spelled(_CONTACT, "an address of a page or of mail, such as 'https://example.org/bot' or 'bot@example.org'")


def header(value: object, complain: Complain) -> str | None:
    """Read what can be sent as the value of a header."""
    found = text(value, complain)
    if found and not (found.isascii() and found.isprintable() and found == found.strip()):
        complain("expected printable ASCII without blanks at its ends")
        return None
    return found


def contact(value: object, complain: Complain) -> str | None:
    """Read where a person can be reached."""
    found: str | None = _contact(value, complain)
    return header(found, complain) if found else None


def switch(value: object, complain: Complain) -> bool | None:
    """Read true or false."""
    if isinstance(value, bool):
        return value
    complain(f"expected true or false, found {_found(value)}")
    return None


def whole(least: int, most: int) -> Reader:
    """Return a reader of whole numbers between two bounds, both allowed."""

    def _read(value: object, complain: Complain) -> int | None:
        if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
            return value
        complain(f"expected a whole number from {least} to {most}, found {_found(value)}")
        return None

    return _read


def period(least: float, most: float) -> Reader:
    """Return a reader of periods between two bounds (seconds): a number of seconds, or `90s`, `1h30m`, `2d`."""
    expected = f"expected seconds or a period such as '90s', '30m' or '1h30m', {_in_words(least)} to {_in_words(most)}"

    def _read(value: object, complain: Complain) -> float | None:
        seconds = _seconds(value)
        if seconds is not None and least <= seconds <= most:
            return seconds
        complain(f"{expected}, found {_found(value)}")
        return None

    return _read


def size(least: int, most: int) -> Reader:
    """Return a reader of sizes between two bounds (bytes): a number of bytes, or `512KiB`, `10 MB`, `1GiB`."""
    expected = f"expected bytes or a size such as '10MiB' or '500KB', {least} to {most} bytes"

    def _read(value: object, complain: Complain) -> int | None:
        match = _SIZE.fullmatch(value.strip()) if isinstance(value, str) else None
        found = int(float(match[1]) * _BYTES[match[2].lower()]) if match else value
        if isinstance(found, int) and not isinstance(found, bool) and least <= found <= most:
            return found
        complain(f"{expected}, found {_found(value)}")
        return None

    return _read


def one_of(names: Collection[str]) -> Reader:
    """Return a reader of one of several words."""

    def _read(value: object, complain: Complain) -> str | None:
        if isinstance(value, str) and value in names:
            return value
        listed = ", ".join(repr(str(word)) for word in names)
        complain(f"expected one of {listed}, found {_found(value)}{near(str(value), names)}")
        return None

    return _read


def many(reader: Reader) -> Reader:
    """Return a reader of one value or an array of several, as a tuple without repetitions."""

    def _read(value: object, complain: Complain) -> tuple[Any, ...] | None:
        if not isinstance(value, list):
            found = reader(value, complain)
            return None if found is None else (found,)
        if not value:
            complain("expected at least one value; leave the field out for none")
        each = [reader(item, lambda words, number=number: complain(words, number)) for number, item in enumerate(value)]
        return tuple(dict.fromkeys(each)) if value and None not in each else None

    return _read


def pattern(value: object, complain: Complain) -> str | None:
    """Read a regular expression."""
    found = text(value, complain)
    try:
        re.compile(found or "")
    except re.error as error:
        complain(f"expected a regular expression, found {_found(value)}: {error}")
        return None
    return found


def address(value: object, complain: Complain) -> str | None:
    """Read an http(s) address; returned normalised, without fragment."""
    if not isinstance(value, str):
        complain(f"expected an address such as 'https://example.org/feed', found {_found(value)}")
        return None
    try:
        return vet(value.strip()).document
    except AddressError as error:
        complain(f"expected an http(s) address: {error}")
        return None


def cron(value: object, complain: Complain) -> str | None:
    """Read a cron line."""
    if not isinstance(value, str):
        complain(f"expected a cron line such as '0 6 * * *', found {_found(value)}")
        return None
    wrong = complaint(value)
    if wrong:
        complain(f"expected a cron line such as '0 6 * * *', found {_found(value)}, which {wrong}")
    return None if wrong else value


def timezone(value: object, complain: Complain) -> str | None:
    """Read the name of a time zone."""
    zones = available_timezones()
    if isinstance(value, str) and value in zones:
        return value
    complain(f"expected a time zone such as 'Europe/Berlin', found {_found(value)}{near(str(value), zones)}")
    return None


def language(value: object, complain: Complain) -> str | None:
    """Read the tag of a language that can be told."""
    found = text(value, complain)
    try:
        choose(Options(only_languages=(found,) if found else None))
    except UsageError as error:
        complain(f"expected a BCP 47 tag such as 'de' or 'zh-Hant': {error}")
        return None
    return found


def _seconds(value: object) -> float | None:
    """Return a period in seconds, None where it is none."""
    if isinstance(value, str) and _PERIOD.fullmatch(value.strip()):
        return float(sum(float(number) * _SECONDS[unit] for number, unit in _PERIOD_PART.findall(value)))
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def _in_words(seconds: float) -> str:
    """Return a period as a person would write it."""
    unit = next((unit for unit in ("w", "d", "h", "m", "s") if seconds % _SECONDS[unit] == 0), "ms")
    return f"{seconds / _SECONDS[unit]:.0f}{unit if seconds else ''}"


def _found(value: object) -> str:
    """Return a value as messages show it."""
    shown = str(value).lower() if isinstance(value, bool) else repr(value)
    return shown if len(shown) <= 80 else f"{shown[:79]}…"
