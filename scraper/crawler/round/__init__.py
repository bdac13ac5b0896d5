"""The round: due sources, discovery, robots.txt, fetching, cleaning, delivery and memory in one event loop.

`crawl` runs it. `engine` opens everything, `parts` puts it together, `course` keeps it going. Pure decisions of this
room are in `outcome`, `candidates`, `identity`, `due` and `quota`; `reading` runs in workers.
"""

from scraper.crawler.round.engine import crawl
from scraper.crawler.round.manner import Manner

__all__ = ["Manner", "crawl"]
