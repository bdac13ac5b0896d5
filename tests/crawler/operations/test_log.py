"""One line an event."""

import io
import json

import pytest

from scraper.crawler.operations import Event, Style, open_log


def told(style: Style, level: str = "info", **fields: object) -> list[str]:
    """Return what a log writes for one page that is new, and one commit."""
    stream = io.StringIO()
    log = open_log(stream, style, level)
    log.say(Event.PAGE_NEW, **fields)
    log.say(Event.COMMIT, entries=3)
    return stream.getvalue().splitlines()


def test_json_lines_hold_the_fields() -> None:
    """A JSON line is one object with time, level, event and every field that is not None."""
    (line,) = told(Style.JSON, href="http://a.example/", cause=None, seconds=0.12345)
    row = json.loads(line)
    assert row.pop("time").endswith("Z")
    assert row == {"level": "info", "event": "page.new", "href": "http://a.example/", "seconds": 0.123}


def test_text_lines_begin_with_time_level_event() -> None:
    """A text line is made of key=value pairs, the same three first."""
    (line,) = told(Style.TEXT, href="http://a.example/", detail="two words")
    assert line.startswith("time=")
    assert line.endswith(' level=info event=page.new href=http://a.example/ detail="two words"')


@pytest.mark.parametrize("style", [*Style])
@pytest.mark.parametrize("nasty", ["a\nevent=page.gone", "\x1b[2Jgone", "a\r\u2028b\u0085c", "\ud800", 'quo"te\\'])
def test_the_web_cannot_forge_lines(style: Style, nasty: str) -> None:
    """Control characters of what the web sent are written as escapes, and a line stays one line."""
    lines = told(style, detail=nasty)
    assert len(lines) == 1
    assert lines[0].isprintable()


def test_level_leaves_out_what_is_below() -> None:
    """Only events of the level asked for and above are told."""
    assert len(told(Style.TEXT, "debug")) == 2
    assert told(Style.TEXT, "error") == []
