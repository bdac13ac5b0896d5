"""What an operator sees of a crawl: one line an event, figures on request, and a word on its health.

`events` names what is told, `log` writes it, `tally` counts, `metrics` turns counts into Prometheus' format, and
`endpoint` answers over HTTP. Nothing here decides anything.
"""

from scraper.crawler.operations.events import EVENTS, Event
from scraper.crawler.operations.log import Log, Style, open_log
from scraper.crawler.operations.tally import Tally

__all__ = ["EVENTS", "Event", "Log", "Style", "Tally", "open_log"]
