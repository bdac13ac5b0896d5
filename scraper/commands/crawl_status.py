"""How a crawl stands, and what its next round would do: tables for a person, JSON for a program."""

import json
import sys
import time
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from scraper.commands.progress import table

if TYPE_CHECKING:
    from scraper.crawler.round import Manner
    from scraper.crawler.standing import Standing
    from scraper.model.source import Crawl


def status(plan: "Crawl", *, as_json: bool) -> int:
    """Show sources, hosts and counts; works while the crawl runs. Raises StateError where there was no round yet."""
    from scraper.crawler.memory import read_memory
    from scraper.crawler.standing import standing

    with read_memory(plan.state) as memory:
        found = standing(plan, memory, time.time())
    if as_json:
        sys.stdout.write(json.dumps(found.as_rows(), ensure_ascii=False) + "\n")
        return 0
    _show(found)
    return 0
