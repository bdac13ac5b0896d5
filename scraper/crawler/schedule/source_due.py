"""When a source is due, by its schedule and by how it went. Pure."""

from scraper.crawler.schedule.due import next_due
from scraper.model.source import Source
from scraper.model.visit import SourceState


def source_due(source: Source, state: SourceState, now: float) -> float:
    """Return when a source is due (Unix seconds; `<= now`: at once).

    The schedule of today's file counts, not the one of the day of its last visit; a source that failed is tried sooner.
    """
    planned = next_due(source.schedule, source.name, state.last, now)
    return min(planned, state.next) if state.failures and state.next is not None else planned
