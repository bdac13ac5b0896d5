"""Two files of records."""

import tracemalloc

from scraper.inspector.runs.compare import compare_runs
from tests.inspector.runs.records import row, written

BODY = ("All the words of a story.", "body", "en")


def test_pages_are_compared_whatever_their_order(tmp_path):
    """Pages are found wherever they stand; what only one run has is counted, and every page ticks."""
    old = written(tmp_path / "old.jsonl", row("a", BODY), row("b", BODY), row("gone", BODY))
    new = written(tmp_path / "new.jsonl", row("new", BODY), row("b", BODY), row("a", BODY, title="U"))
    ticks = []
    found = compare_runs(old, new, by="url", worst=5, tick=lambda: ticks.append(1))
    assert (found.same, found.changed, found.gone, found.new) == (1, 1, 1, 1)
    assert [change.name for change in found.pages()] == ["https://a.example/a"]
    assert len(ticks) == 3


def test_memory_does_not_grow_with_the_pages(tmp_path):
    """Comparing runs of six megabytes takes less than one, since only places are remembered."""
    long = ("All the words of a story. " * 60, "body", "en")
    rows = [row(str(number), long) for number in range(2000)]
    old, new = written(tmp_path / "old.jsonl", *rows), written(tmp_path / "new.jsonl", *reversed(rows))
    assert old.stat().st_size > 6_000_000
    compare_runs(old, old, by="url", worst=5, tick=lambda: None)
    tracemalloc.start()
    found = compare_runs(old, new, by="url", worst=5, tick=lambda: None)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert found.same == 2000
    assert peak < 1_000_000
