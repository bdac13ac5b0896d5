"""How large reports are, and how long it takes to make one beyond cleaning the page.

    python -m tests.measuring.reports FOLDER [PAGES]

FOLDER is `fixtures` or a corpus; of a corpus that many pages are taken, evenly spread (default: 60).
"""

import statistics
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from scraper.inspector.picture import draw
from scraper.model.document import Document
from scraper.pipeline import clean_result
from tests.measuring.outlines import pages

ROOM = 200_000
"""Bytes that a report may be larger than one and a half times its page."""


def measure(folder: Path, limit: int) -> Sequence[tuple[int, int, float, str]]:
    """Return for each page its bytes, those of its report, the seconds of drawing, and its name."""
    rows = []
    for page in pages(folder, limit):
        record = clean_result(page)
        if isinstance(record, Document):
            begun = time.process_time()
            report = draw(page, record)
            rows.append((len(page.body), len(report.encode()), time.process_time() - begun, page.source))
    return rows


def main() -> None:
    """Print the figures of the median page and of the worst ones."""
    rows = measure(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 60)
    for name, numbers in (
        ("page, kB", [size / 1000 for size, *_ in rows]),
        ("report, kB", [drawn / 1000 for _, drawn, *_ in rows]),
        ("report beyond 1.5 x the page, kB", [(drawn - 1.5 * size) / 1000 for size, drawn, *_ in rows]),
        ("drawing, ms", [seconds * 1000 for *_, seconds, _ in rows]),
    ):
        print(f"{name}: median {statistics.median(numbers):.1f}, largest {max(numbers):.1f}")  # noqa: T201
    kept = sum(drawn < 1.5 * size + ROOM for size, drawn, *_ in rows)
    quick = sum(seconds < 0.1 for *_, seconds, _ in rows)
    print(f"{len(rows)} pages, {kept} small enough, {quick} drawn in 100 ms")  # noqa: T201
    for row in sorted(rows, key=lambda row: row[2], reverse=True)[:5]:
        print(*row)  # noqa: T201


if __name__ == "__main__":
    main()
