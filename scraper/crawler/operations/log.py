"""One line an event; the only file that knows structlog."""

from collections.abc import Mapping, MutableMapping
from enum import StrEnum
from typing import Any, Final, TextIO

import structlog

from scraper.crawler.operations.events import EVENTS, Event

_LEVELS: Final[Mapping[str, int]] = {"debug": 10, "info": 20, "warning": 30, "error": 40}


class Style(StrEnum):
    """How lines are written: `key=value` (logfmt) or one JSON object each."""

    TEXT = "text"
    JSON = "json"


class Log:
    """Where events are told; one of its own for each crawl, so that nothing is configured for the whole process."""

    def __init__(self, logger: Any, level: str) -> None:
        self._logger = logger
        self._told = frozenset(event for event, telling in EVENTS.items() if _LEVELS[telling.level] >= _LEVELS[level])

    def say(self, event: Event, /, **fields: object) -> None:
        """Write one line: time, level, event, then the fields that are not None, in the order given."""
        if event in self._told:
            given = {name: value for name, value in fields.items() if value is not None}
            self._logger.msg(event.value, level=EVENTS[event].level, **given)


def open_log(stream: TextIO, style: Style = Style.TEXT, level: str = "info") -> Log:
    """Return a log that writes to a stream at once; events below `level` are left out."""
    processors = [structlog.processors.TimeStamper("iso", utc=True, key="time"), _plain, _renderer(style)]
    logger = structlog.wrap_logger(
        structlog.PrintLogger(stream), processors, structlog.BoundLogger, cache_logger_on_first_use=True
    )
    return Log(logger.bind(), level)


def _renderer(style: Style) -> Any:
    """Return what makes a line of fields."""
    if style is Style.JSON:
        return structlog.processors.JSONRenderer(ensure_ascii=False, default=str)
    return structlog.processors.LogfmtRenderer(key_order=["time", "level", "event"], bool_as_flag=False)


def _visible(letter: str) -> str:
    """Return a character, or the escape that stands for one nobody can see (controls, odd spaces, directions)."""
    return letter if letter.isprintable() else ascii(letter)[1:-1]


def _plain(_logger: Any, _method: str, fields: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Make values of the web harmless: no control characters (a line is a line), no lone surrogates, 300 characters."""
    for name, value in fields.items():
        if isinstance(value, str):
            safe = value[:300].encode("utf-8", "backslashreplace").decode("utf-8")
            fields[name] = safe if safe.isprintable() else "".join(map(_visible, safe))
        elif isinstance(value, float):
            fields[name] = round(value, 3)
    return fields
