"""A small web on this machine, a sources file for it, and a crawl of it inside this process."""

import asyncio
import io
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from scraper.crawler.memory import read_memory
from scraper.crawler.operations import Style, Tally, open_log
from scraper.crawler.round import Manner, crawl
from scraper.crawler.sources import read_sources
from scraper.fetcher import Guard
from scraper.model.visit import Visit
from tests.fetcher.loopback import Loopback, Script, answer

STORY = "It rained all day in the {} valley, and nobody who lived there minded it very much."


def page(words: str = "long", *, head: str = "", links: Iterable[str] = ()) -> str:
    """Return the HTML of a story."""
    story = "".join(f"<p>{STORY.format(words)} {number}.</p>" for number in range(4))
    anchors = "".join(f'<a href="{href}">{href}</a> ' for href in links)
    return f"<html><head><title>Rain</title>{head}</head><body><h1>Rain</h1>{story}<nav>{anchors}</nav></body></html>"


def html(text: str, status: str = "200 OK", **headers: str) -> bytes:
    """Return an answer with HTML."""
    return answer(text.encode(), status, Content_Type="text/html; charset=utf-8", **headers)


class World:
    """A server, a folder, and what was crawled."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.server = Loopback()
        self.events: list[dict[str, Any]] = []
        self.tally = Tally(0.0)

    def __enter__(self) -> Self:
        """Begin to serve."""
        self.server.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop serving."""
        self.server.__exit__(kind, error, trace)

    def url(self, path: str, host: str = "a.test") -> str:
        """Return the address of a path."""
        return self.server.url(path, host)

    def put(self, path: str, script: bytes | str | Script) -> str:
        """Let the server answer a path, with a page where words are given; return its address."""
        self.server.on(path, html(script) if isinstance(script, str) else script)
        return self.url(path)

    def asked(self) -> Counter[str]:
        """Count the requests by path, those for robots.txt left out, since the last call."""
        found = Counter(head.split(" ")[1] for head in self.server.heads)
        self.server.heads.clear()
        del found["/robots.txt"]
        return found

    def write(self, *sources: str, top: str = "", output: str = "") -> Path:
        """Write a sources file of these tables; returns its path."""
        path = self.folder / "sources.toml"
        head = f'state = "state.db"\ncontact = "bot@a.test"\n{top}\n[output]\nfolder = "records"\n{output}\n'
        polite = "[politeness]\ndelay = 0\nparallel = 4\n[limits]\ndeadline = 5\n"
        path.write_text(head + polite + "".join(f"[[source]]\n{source}\n" for source in sources), encoding="utf-8")
        return path

    def pages(self, *paths: str, more: str = "") -> Path:
        """Write a sources file with one list of pages."""
        addresses = json.dumps([self.url(path) for path in paths])
        return self.write(f'name = "list"\nkind = "list"\naddress = {addresses}\nevery = "1d"\n{more}')

    def crawl(self, **choices: Any) -> int | None:
        """Crawl one round in this process, reading in a thread of it unless told otherwise."""
        stream = io.StringIO()
        hosts = {f"{name}.test": "127.0.0.1" for name in "abcdefgh"}
        manner = Manner(**{"workers": 0, "guard": Guard(allow_loopback=True, hosts=hosts), **choices})
        self.tally = Tally(0.0)
        log = open_log(stream, Style.JSON, "debug")
        try:
            return asyncio.run(crawl(read_sources(self.folder / "sources.toml"), manner, log, self.tally))
        finally:
            self.events = [json.loads(line) for line in stream.getvalue().splitlines()]

    def again(self, **choices: Any) -> int | None:
        """Crawl another round, for which every page and source is due."""
        import sqlite3

        with sqlite3.connect(self.folder / "state.db") as state:
            state.execute("UPDATE addresses SET due = 1 WHERE due IS NOT NULL")
            state.execute("UPDATE hosts SET first_due = 1, ready = 1")
        state.close()
        return self.crawl(now=True, **choices)

    def records(self) -> list[dict[str, Any]]:
        """Return all records that were delivered."""
        files = sorted((self.folder / "records").glob("records-*"))
        return [json.loads(line) for file in files for line in file.read_bytes().splitlines()]

    def visits(self) -> dict[str, Visit]:
        """Return what is remembered of each address, by its path."""
        import sqlite3

        with sqlite3.connect(self.folder / "state.db") as state:
            keys = [key for (key,) in state.execute("SELECT key FROM addresses")]
        state.close()
        with read_memory(self.folder / "state.db") as memory:
            found = [memory.visit(key) for key in keys]
        return {"/" + visit.href.split("/", 3)[3]: visit for visit in found if visit is not None}

    def told(self, event: str) -> list[dict[str, Any]]:
        """Return the events of this name of the last round."""
        return [found for found in self.events if found["event"] == event]
