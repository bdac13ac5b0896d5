"""What became of pages: told in the log and counted at once, so that both always agree."""

from scraper.crawler.operations import Event, Log, Tally
from scraper.model.visit import Visit


class Teller:
    """Tells and counts."""

    def __init__(self, log: Log, tally: Tally) -> None:
        self._log, self._tally = log, tally

    def say(self, event: Event, visit: Visit, **fields: object) -> None:
        """Tell what became of a page."""
        self._tally.came_to(event.value.removeprefix("page."))
        self._log.say(event, href=visit.href, source=visit.source, **fields)

    def lost(self, visit: Visit, why: str) -> None:
        """Tell that a page ended its worker."""
        self._tally.lost += 1
        self._log.say(Event.WORKER_LOST, href=visit.href, detail=why)

    def waited(self, seconds: float) -> None:
        """Count how long after it was due a page's turn came."""
        self._tally.waited(seconds)
