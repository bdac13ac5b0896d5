"""Log and counts together."""

import io

from scraper.crawler.operations import Event, Tally, open_log
from scraper.crawler.round.telling import Teller
from scraper.model.visit import Visit


def test_what_is_told_is_counted() -> None:
    """Every page that is told is counted under the same name, and moves the bar."""
    stream, moved = io.StringIO(), []
    tally = Tally(0.0, advance=lambda: moved.append(1))
    teller = Teller(open_log(stream), tally)
    visit = Visit("k", "http://h.example/a", "h.example", "news", 0, 0.0, 0.0)
    teller.say(Event.PAGE_GONE, visit, cause="status-410")
    teller.lost(visit, "no answer")
    teller.waited(3.0)
    assert "event=page.gone href=http://h.example/a source=news cause=status-410" in stream.getvalue()
    assert (tally.outcomes, tally.lost, tally.lag.count, moved) == ({"gone": 1}, 1, 1, [1])
