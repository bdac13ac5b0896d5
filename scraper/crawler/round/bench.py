"""What it takes to work on sources and pages."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from scraper.addresses.traps import Orders
from scraper.crawler.memory import Memory
from scraper.crawler.round.robots_desk import RobotsDesk
from scraper.crawler.round.visitor import Visitor
from scraper.crawler.round.writing import Writer
from scraper.crawler.workers import Pool
from scraper.model.visit import Candidate


@dataclass(frozen=True, slots=True)
class Bench:
    """What it takes to read sources and pages."""

    memory: Memory
    """What is known."""
    visitor: Visitor
    """Asks servers."""
    desk: RobotsDesk
    """Knows what may be asked for."""
    pool: Pool
    """Reads what they send."""
    writer: Writer
    """Remembers what came of it."""
    clock: Callable[[], float]
    """The time."""
    due: Callable[[], float]
    """When what is found now is due: at once, by the reckoning of this crawl."""
    orders: Orders
    """The orders in which parameters were seen: the same ones in ever other orders are a trap."""

    def followed(self, found: Iterable[Candidate]) -> list[Candidate]:
        """Return the links that are followed: those whose parameters were not seen in too many other orders."""
        return [link for link in found if "&" not in link.href or self.orders.trap(link.href) is None]
