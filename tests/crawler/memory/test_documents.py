"""Sources, their documents, and robots.txt."""

from dataclasses import replace
from pathlib import Path

from scraper.crawler.memory import Batch
from scraper.model.visit import Listing, RobotsEntry, SourceState
from tests.crawler.memory.visits import memory_in

SOURCE = SourceState("news", 1.0, 2.0, "3 found", 4, "timeout", 5, 6)
LISTING = Listing("https://a.example/feed", "news", '"e"', "date", b"d", 7.0)
ROBOTS = RobotsEntry("https://a.example", "rules", "200", b"User-agent: *\n" * 1000, 1.0, 2.0, 3.0, 4)


def test_sources_come_back_as_they_were(tmp_path: Path) -> None:
    """The last state of each source is kept; an unknown one is a fresh one."""
    with memory_in(tmp_path) as memory:
        assert memory.source("news") == SourceState("news")
        memory.commit(Batch(sources=[replace(SOURCE, found=0), SOURCE, SourceState("b")]))
        assert memory.source("news") == SOURCE
        assert memory.sources() == {"b": SourceState("b"), "news": SOURCE}


def test_listings_come_back_as_they_were(tmp_path: Path) -> None:
    """Validators of a feed or sitemap are kept by its address."""
    with memory_in(tmp_path) as memory:
        memory.commit(Batch(listings=[LISTING]))
        assert memory.listing(LISTING.href) == LISTING
        assert memory.listing("https://a.example/other") is None


def test_robots_come_back_as_they_were(tmp_path: Path) -> None:
    """The answer to a robots.txt is kept by its origin, body and all, and replaced by the next."""
    with memory_in(tmp_path) as memory:
        memory.commit(Batch(robots=[ROBOTS]))
        assert memory.robots(ROBOTS.origin) == ROBOTS
        memory.commit(Batch(robots=[replace(ROBOTS, body=b"", fetched=None)]))
        assert memory.robots(ROBOTS.origin) == replace(ROBOTS, body=b"", fetched=None)
        assert memory.robots("http://a.example") is None
