"""Scrapy with its job directory, started and killed as the crawler is."""

import json
import subprocess
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from tests.measuring.processes import kill, start
from tests.site.running import RunningSite


def missing() -> str | None:
    """Return why Scrapy cannot be compared with, or None."""
    return None if find_spec("scrapy") else "scrapy is not installed (pip install scrapy)"


def job(site: RunningSite, folder: Path, *, clean: bool = True, parallel: int = 16) -> dict[str, Any]:
    """Return what the spider is told: 16 requests in all and 8 a host are Scrapy's own defaults."""
    return {
        "port": site.port,
        "hosts": site.web.names(),
        "folder": str(folder),
        "parallel": parallel,
        "per_host": min(8, parallel),
        "clean": clean,
    }


class ScrapyContender:
    """A crawl by Scrapy that is killed and resumed."""

    def __init__(self, site: RunningSite, folder: Path) -> None:
        self._folder = folder
        self._job = json.dumps(job(site, folder, clean=False))
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start the spider, or resume its job."""
        self._process = start("tests.measuring.scrapy_spider", [self._job], self._folder / "scrapy.log")

    def ended(self) -> int | None:
        """Return its exit code, or None while it runs."""
        assert self._process is not None
        return self._process.poll()

    def kill(self) -> None:
        """Kill it and wait until it is gone."""
        assert self._process is not None
        kill(self._process.pid)
        self._process.wait()

    def durable(self) -> set[str]:
        """Return the addresses of whole lines of the feed: Scrapy never takes anything back."""
        found = set()
        for line in self.lines():
            try:
                found.add(json.loads(line)["url"])
            except (ValueError, KeyError):
                continue
        return found

    def lines(self) -> Sequence[bytes]:
        """Return the lines of the feed."""
        feed = self._folder / "items.jsonl"
        return feed.read_bytes().splitlines(keepends=True) if feed.exists() else []
