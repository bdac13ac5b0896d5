"""The sources file of a measured crawl: what differs between the measurements is a `Setting`, the rest is the same."""

from dataclasses import dataclass
from pathlib import Path

from tests.site.running import RunningSite

PARALLEL = 16
"""Requests under way at once in a measured crawl, all hosts together: Scrapy's default too."""
PER_HOST = 8
"""Requests under way at one host where no delay is wanted: Scrapy's default too."""
IN_FLIGHT = 300
"""Pages that may have been asked for and not be delivered yet: those under way, those being cleaned, one group."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How a site is crawled."""

    follow: bool = True
    """Follow links from the front pages; or else all addresses are listed."""
    delay: float = 0.0
    """Seconds between two requests to a host."""
    parallel_hosts: tuple[str, ...] = ()
    """Hosts that may be asked twice at a time, where there is a delay."""
    deadline: float = 60.0
    """Seconds for one page."""
    workers: int = 0
    """Processes that clean; 0: the crawler's own."""
    warc: bool = False
    """Keep the answers as they came."""


def write_sources(site: RunningSite, folder: Path, setting: Setting) -> Path:
    """Write `sources.toml` for a crawl of a site, with state and output in the same folder; return its path."""
    raise NotImplementedError
