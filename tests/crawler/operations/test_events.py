"""The table of what is told."""

from scraper.crawler.operations.events import EVENTS, Event


def test_every_event_is_explained() -> None:
    """Every event has a row in the table, in the same order, with a level that exists."""
    assert [*EVENTS] == [*Event]
    assert {telling.level for telling in EVENTS.values()} <= {"debug", "info", "warning", "error"}
