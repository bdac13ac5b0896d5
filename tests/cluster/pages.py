"""Pages for engines: small ones, one that is too much for a short guard, and things that are no pages."""

import json
from pathlib import Path

from scraper.model.document import SCHEMA, Skipped, SkipReason
from scraper.model.guard import Guard
from scraper.model.page import FetchResult

SHORT = Guard(cpu_seconds=0.3)
SKIPPED = Skipped(SCHEMA, "gone", None, SkipReason.BAD_ROW, "no page")


def html(number: int) -> str:
    """Return a page unlike the others."""
    text = f"<p>On day {number} it rained in the valley, and nobody minded the long walk home in the dark.</p>" * 2
    return f"<html lang=en><title>Day {number}</title><h1>Day {number}</h1>{text}"


def page(number: int) -> FetchResult:
    """Return the same as a reader gives it."""
    return FetchResult(f"page-{number}", html(number), f"https://e.example/{number}")


def greedy() -> str:
    """Return a page that takes seconds of processor time, many times what `SHORT` allows."""
    return "".join(f"<p class=c{number}>Words of paragraph {number} and a few more.</p>" for number in range(60_000))


def write_rows(path: Path, numbers: range, *, with_greedy: bool = False) -> Path:
    """Write pages as JSONL, the greedy one in their midst."""
    pages = [html(number) for number in numbers]
    if with_greedy:
        pages.insert(len(pages) // 2, greedy())
    path.write_text("".join(json.dumps({"url": None, "html": text}) + "\n" for text in pages))
    return path
