"""How many segments a browser finds under their path, and how many outlines of reports lie on their text.

    python -m tests.measuring.outlines FOLDER [LIMIT]

FOLDER is `fixtures` or a corpus (`gold.jsonl`, `html/`). Every page is opened twice in Chromium, as it was served with
programs off, and as its report; where a text stands is looked for letter by letter, without the report's own knowledge.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from scraper.cleaner.decode import decode
from scraper.corpora.corpus import read_corpus, spread
from scraper.inspector.picture import draw
from scraper.model.document import Document, Skipped
from scraper.model.page import FetchResult
from scraper.pipeline import clean_result
from tests.chromium import chromium

PROBE = (Path(__file__).parent / "outlines.js").read_text("utf-8")
ADDRESS = "http://page.invalid/"


def pages(folder: Path, limit: int | None = None) -> Iterator[FetchResult]:
    """Yield the pages of a corpus or of a folder of fixtures."""
    if (folder / "gold.jsonl").exists():
        for page in spread(read_corpus(folder), limit):
            yield FetchResult(page.id, page.body(), page.url)
        return
    for path in sorted(folder.glob("*/*/page.html"))[:limit]:
        yield FetchResult(path.parent.relative_to(folder).as_posix(), path.read_bytes())


def probe(browser: Any, html: str, record: Document, *, runs: bool) -> list[dict[str, bool]]:
    """Open a page that asks nothing of the network and say of each segment what is found."""
    context = browser.new_context(java_script_enabled=runs, viewport={"width": 1280, "height": 900})
    try:
        tab = context.new_page()
        tab.route("**/*", lambda route: route.abort())
        tab.route(ADDRESS, lambda route: route.fulfill(body=html, content_type="text/html; charset=utf-8"))
        tab.goto(ADDRESS, wait_until="domcontentloaded")
        if runs:
            tab.wait_for_selector("html[data-ready]")
        return tab.evaluate(PROBE, [{"text": s.text, "path": s.path} for s in record.segments])
    finally:
        context.close()


def measure(browser: Any, page: FetchResult, record: Document) -> Counter[str]:
    """Return what was counted on one page."""
    decoded = decode(page)
    served = "" if isinstance(decoded, Skipped) else decoded.text
    counts: Counter[str] = Counter()
    for found in probe(browser, served, record, runs=False):
        counts["segments"] += 1
        counts["path on the page"] += found["isFound"]
    for segment, found in zip(record.segments, probe(browser, draw(page, record), record, runs=True), strict=True):
        counts["in sight"] += found["isShown"]
        counts["path in the report"] += found["isFound"]
        counts["outline on the text"] += found["isOnText"]
        counts["outlined"] += found["isOutlined"]
        counts["hidden by markup"] += segment.hidden and not found["isShown"]
        counts["hidden by style sheet"] += not segment.hidden and not found["isShown"]
    return counts


def main() -> None:
    """Measure a folder and print the account, worst pages first."""
    folder, *rest = sys.argv[1:]
    total: Counter[str] = Counter()
    worst = []
    with chromium() as browser:
        for page in pages(Path(folder), int(rest[0]) if rest else None):
            record = clean_result(page)
            if isinstance(record, Skipped):
                continue
            counts = measure(browser, page, record)
            total += counts
            missed = counts["segments"] - counts["path on the page"], counts["in sight"] - counts["outline on the text"]
            worst.append((sum(missed), *missed, page.source))
    for name, number in total.items():
        print(f"{name}: {number}")  # noqa: T201
    print(f"path on the page: {total['path on the page'] / total['segments']:.4f}")  # noqa: T201
    print(f"outline on the text: {total['outline on the text'] / total['in sight']:.4f}")  # noqa: T201
    for row in sorted(worst, reverse=True)[:10]:
        print(*row)  # noqa: T201


if __name__ == "__main__":
    main()
