"""Scrapy as one would set it up for the same job: follow links, take stories with trafilatura, JSON lines, job folder.

`python -m tests.measuring.scrapy_spider '{"port": 1, "hosts": {"site00.test": "127.0.0.1"}, "folder": "x", …}'`.
"""

import json
import re
import sys
from collections.abc import Iterator
from typing import Any

import scrapy
import trafilatura
from scrapy.crawler import CrawlerProcess
from scrapy.http import Response, TextResponse
from scrapy.resolver import CachingThreadedResolver
from twisted.internet import defer

_STORY = re.compile(r"/story/\d+\.html$")


class LoopbackResolver(CachingThreadedResolver):
    """Finds every name of the made-up web on this machine."""

    def getHostByName(self, name: str, timeout: Any = None) -> "defer.Deferred[str]":  # noqa: N802, ARG002 - as Twisted calls it
        """Return the loopback address, whatever is asked for."""
        return defer.succeed("127.0.0.1")


class Stories(scrapy.Spider):
    """Follows links to stories from the front pages and gives one item for each story."""

    name = "stories"

    def __init__(self, job: dict[str, Any]) -> None:
        super().__init__()
        self.job = job

    async def start(self) -> Any:
        """Yield a request for each host's front page, or for each listed address."""
        for url in self.job.get("addresses") or [f"http://{host}:{self.job['port']}/" for host in self.job["hosts"]]:
            yield scrapy.Request(url)

    def parse(self, response: Response) -> Iterator[Any]:
        """Yield the story of a page, and requests for the stories and sections it links to."""
        if not isinstance(response, TextResponse):
            return
        if _STORY.search(response.url):
            yield {"url": response.url, **self._story(response)}
        if not self.job.get("addresses"):
            for href in response.css("a::attr(href)").getall():
                if _STORY.search(href) or href.startswith("/section/"):
                    yield response.follow(href)

    def _story(self, response: TextResponse) -> dict[str, Any]:
        if not self.job["clean"]:
            return {"html": response.text}
        found = trafilatura.bare_extraction(response.body, url=response.url, with_metadata=True)
        return {"title": found.title, "date": found.date, "text": found.text} if found else {}


def settings(job: dict[str, Any]) -> dict[str, Any]:
    """Return Scrapy's settings for a job: as polite, as parallel and as durable as the crawler it is compared with."""
    return {
        "JOBDIR": f"{job['folder']}/job",
        "FEEDS": {f"{job['folder']}/items.jsonl": {"format": "jsonlines", "overwrite": False}},
        "CONCURRENT_REQUESTS": job["parallel"],
        "CONCURRENT_REQUESTS_PER_DOMAIN": job["per_host"],
        "DOWNLOAD_DELAY": 0,
        "ROBOTSTXT_OBEY": True,
        "DNS_RESOLVER": "tests.measuring.scrapy_spider.LoopbackResolver",
        "LOG_LEVEL": "ERROR",
        "TELNETCONSOLE_ENABLED": False,
        "USER_AGENT": "comparison",
    }


if __name__ == "__main__":
    wanted = json.loads(sys.argv[1])
    process = CrawlerProcess(settings(wanted))
    process.crawl(Stories, job=wanted)
    process.start()
