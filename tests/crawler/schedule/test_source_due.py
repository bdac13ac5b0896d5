"""When a source is due."""

from scraper.crawler.schedule.source_due import source_due
from scraper.model.source import Kind, Schedule, Source
from scraper.model.visit import SourceState

HOURLY = Source("a", Kind.FEED, (), Schedule(every=3600.0))


def test_schedule_of_today_counts() -> None:
    """A source is due by the schedule it has now, counted from its last visit, and at once before the first."""
    assert source_due(HOURLY, SourceState("a"), 50.0) == 50.0
    assert source_due(HOURLY, SourceState("a", last=1000.0, next=90_000.0), 2000.0) == 4600.0


def test_failed_source_is_tried_sooner() -> None:
    """A source that failed is due when its next try was set, where that is sooner."""
    assert source_due(HOURLY, SourceState("a", last=1000.0, next=1060.0, failures=1), 1010.0) == 1060.0
