"""The time of day behind a date, as the second half of an ISO 8601 string."""

import re
from collections.abc import Mapping

_TIME = re.compile(
    r"(?P<before>[ap]\.?m\.?|上午|下午|오전|오후|午前|午後)?\s*"
    r"(?<![\d:.])(?P<hour>\d{1,2})\s?[:.h時时시点點]\s?(?P<minute>\d{2})(?!\d)\s?[分분]?(?::(?P<second>\d{2})(?:[.,]\d+)?)?"
    r"\s*(?P<after>[ap]\.?\s?m\b\.?|[μπ]\.?μ\.?)?"
    r"\s*(?P<zone>(?:UTC|GMT)?\s?[+\-−]\d{2}:?\d{2}|[A-Z]{1,4}\b)?",
    re.IGNORECASE,
)
_AFTERNOON = frozenset({"pm", "下午", "오후", "午後", "μμ"})
_MORNING = frozenset({"am", "上午", "오전", "午前", "πμ"})
_ZONES: Mapping[str, str] = {
    "Z": "+00:00",
    "UTC": "+00:00",
    "GMT": "+00:00",
    "EST": "-05:00",
    "EDT": "-04:00",
    "CST": "-06:00",
    "CDT": "-05:00",
    "MST": "-07:00",
    "MDT": "-06:00",
    "PST": "-08:00",
    "PDT": "-07:00",
    "CET": "+01:00",
    "CEST": "+02:00",
    "MSK": "+03:00",
    "JST": "+09:00",
    "KST": "+09:00",
}
"""RFC 2822 section 4.3 and a few that mean one offset only wherever they are printed."""


def clock(text: str) -> str:
    """Return `Thh:mm:ss` and the offset where there is one, of the first time in the text, or nothing."""
    match = _TIME.search(text)
    if match is None:
        return ""
    hour = _hour(int(match["hour"]), _plain(match["before"]) or _plain(match["after"]))
    minute, second = int(match["minute"]), int(match["second"] or 0)
    if hour > 23 or minute > 59 or second > 59:
        return ""
    return f"T{hour:02}:{minute:02}:{second:02}{_offset(match['zone'] or '')}"


def _plain(half: str | None) -> str:
    """Return a mark of the half of the day in lower case, without full stops and spaces."""
    return (half or "").lower().replace(".", "").replace(" ", "")


def _hour(hour: int, half: str) -> int:
    """Return the hour of the 24-hour day."""
    if half in _AFTERNOON and hour < 12:
        return hour + 12
    return 0 if half in _MORNING and hour == 12 else hour


def _offset(zone: str) -> str:
    """Return `+hh:mm` of an offset or of a zone's abbreviation, or nothing of an unknown one."""
    digits = re.sub(r"\D", "", zone)
    if not digits:
        return _ZONES.get(zone.strip().upper(), "")
    sign = "+" if "+" in zone else "-"
    hours, minutes = int(digits[:2]), int(digits[2:])
    return f"{sign}{hours:02}:{minutes:02}" if hours <= 14 and minutes < 60 else ""
