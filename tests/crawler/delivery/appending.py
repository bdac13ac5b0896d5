"""A crawl without a web: what is due is delivered as one line each, in groups, to files that fill fast."""

import json
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from scraper.crawler.delivery import Rotation, Stream, open_delivery
from scraper.crawler.memory import Batch, Memory, open_memory
from scraper.model.visit import Candidate

DAY = 86_400.0
STREAMS = (Stream("records", ".jsonl"), Stream("others", ".txt", b"head\n"))
SMALL = Rotation(max_bytes=2_000)


def draw_of(number: int) -> random.Random:
    """Return a source of chance that gives the same every time."""
    return random.Random(number)  # noqa: S311 - a test, not a secret


def seed(memory: Memory, count: int) -> None:
    """Make a number of addresses due, once."""
    batch = Batch()
    for number in range(count):
        key = f"https://h{number % 7}.example/{number}"
        batch.found.append(Candidate(key, key, f"h{number % 7}.example", "list", 0, 0.0))
    memory.commit(batch, now=0.0)


def run(folder: Path, count: int, draw: random.Random, most: int = 40) -> None:
    """Go on with the crawl until nothing is due."""
    with open_memory(folder / "state.db") as memory, open_delivery(memory, folder / "out", STREAMS, SMALL) as delivery:
        if not memory.counts().addresses:
            seed(memory, count)
        now = float(memory.counts().records)
        while visits := memory.take(now, draw.randint(1, most), per_host=9):
            now += draw.choice((1.0, 1.0, DAY))
            batch = Batch(visits=[replace(visit, due=None, seen_at=now, revision=1) for visit in visits])
            for visit in visits:
                line = {"key": visit.key, "text": "字" * draw.randint(0, 200)}
                delivery.append("records", json.dumps(line).encode() + b"\n")
                if visit.key.endswith("3"):
                    delivery.append("others", visit.key.encode() + b"\n")
            delivery.commit(batch, now)


def files(folder: Path, stream: str) -> list[Path]:
    """Return all files of a stream, open and closed."""
    return sorted((folder / "out").glob(f"{stream}-*"))


def lines(folder: Path, stream: str) -> Iterator[str]:
    """Yield the lines of a stream's files; a last one without its line break fails."""
    for path in files(folder, stream):
        text = path.read_text(encoding="utf-8")
        assert not text or text.endswith("\n"), path
        rows = text.splitlines()
        assert stream == "records" or rows[:1] in ([], ["head"])
        yield from rows[stream != "records" :]


def check(folder: Path, count: int) -> None:
    """Fail unless every address was delivered exactly once, in whole lines."""
    keys = Counter(json.loads(line)["key"] for line in lines(folder, "records"))
    assert max(keys.values()) == 1, "doubled"
    assert len(keys) == count, "lost"
    others = Counter(lines(folder, "others"))
    assert others == {key: 1 for key in keys if key.endswith("3")}
