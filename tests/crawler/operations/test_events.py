"""The table of what is told."""

from pathlib import Path

from scraper.crawler.operations.events import EVENTS, Event


def test_every_event_is_explained() -> None:
    """Every event has a row in the table, in the same order, with a level that exists."""
    assert [*EVENTS] == [*Event]
    assert {telling.level for telling in EVENTS.values()} <= {"debug", "info", "warning", "error"}


def test_the_readme_shows_the_table() -> None:
    """Whoever builds alerts on events finds all of them, with their levels and fields, in the crawler's README."""
    readme = (Path(__file__).resolve().parents[3] / "scraper" / "crawler" / "README.md").read_text(encoding="utf-8")
    assert [
        event for event, row in EVENTS.items() if f"| `{event}` | {row.level} | {row.meaning} |" not in readme
    ] == []
