"""Scores as tables for a person, plain text in aligned columns, and as plain data for a program."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict

from scraper.inspector.accuracy import Accuracy, accuracies
from scraper.inspector.answer import OWN
from scraper.inspector.speed import Race
from scraper.inspector.story_score import Mean, PageScore, means, worst


def table(head: Sequence[str], rows: Iterable[Sequence[str]], words: int = 1) -> Iterator[str]:
    """Yield the lines of a table: the first `words` columns to the left, the others, numbers, to the right."""
    grid = [head, *rows]
    widths = [max(map(len, column)) for column in zip(*grid, strict=True)]
    for row in grid:
        cells = [
            cell.ljust(width) if place < words else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        yield "  ".join(cells).rstrip()


def story_lines(scores: Sequence[PageScore], number: int) -> Iterator[str]:
    """Yield tables of stories and metadata, and the worst `number` pages, parted by blank lines."""
    parts = (_mean_lines(scores), _accuracy_lines([*accuracies(scores)]), _worst_lines(worst(scores, number)))
    filled = [lines for lines in map(list, parts) if lines]
    for place, lines in enumerate(filled):
        yield from ([""] if place else [])
        yield from lines


def story_data(scores: Sequence[PageScore], number: int) -> dict[str, object]:
    """Return the same as plain data."""
    return {
        "pages": len(scores),
        "pages_without_gold_text": _without_text(scores),
        "story": [asdict(mean) for mean in means(scores)],
        "metadata": [asdict(row) for row in accuracies(scores)],
        "worst": [
            {
                "corpus": score.page.corpus,
                "id": score.page.id,
                "path": str(score.page.path),
                "story": {name: asdict(value) for name, value in score.story.items()},
                "lost": score.lost,
                "leaked": score.leaked,
            }
            for score in worst(scores, number)
        ],
    }


def _mean_lines(scores: Sequence[PageScore]) -> Iterator[str]:
    """Yield the table of stories: three numbers for this package, F1 for each peer."""
    rows = [*means(scores)]
    if rows:
        peers = [name for name in rows[0].scores if name != OWN.name]
        head = ["corpus", "pages of", "pages", "F1", "precision", "recall", *peers]
        yield from table(head, [_mean_row(row, peers) for row in rows], words=2)
    without = _without_text(scores)
    if without:
        yield f"Pages without gold text, left out of these means: {without}"


def _without_text(scores: Iterable[PageScore]) -> int:
    """Return the number of pages whose gold has no text."""
    return sum(1 for score in scores if not score.story)


def _mean_row(row: Mean, peers: Iterable[str]) -> list[str]:
    """Return one row of the table of stories."""
    own = row.scores[OWN.name]
    numbers = [own.f1, own.precision, own.recall, *(row.scores[name].f1 for name in peers)]
    return [row.corpus, row.group, str(row.pages), *map(_figure, numbers)]


def _accuracy_lines(rows: Sequence[Accuracy]) -> Iterator[str]:
    """Yield the table of metadata: share of right values by system."""
    if rows:
        systems = [*rows[0].right]
        cells = [[r.corpus, r.group, r.field, str(r.pages), *(_figure(r.right[s]) for s in systems)] for r in rows]
        yield from table(["corpus", "pages of", "field", "pages", *systems], cells, words=3)


def _worst_lines(scores: Sequence[PageScore]) -> Iterator[str]:
    """Yield three lines for each of the pages."""
    if scores:
        yield "worst pages:"
    for score in scores:
        own = score.story[OWN.name]
        others = [f", {name} {value.f1:.3f}" for name, value in score.story.items() if name != OWN.name]
        parts = f"F1 {own.f1:.3f} (precision {own.precision:.3f}, recall {own.recall:.3f}){''.join(others)}"
        yield f"{score.page.corpus}/{score.page.id} ({score.page.page_type}): {parts}"
        yield f"    lost:   {_words(score.lost)}"
        yield f"    leaked: {_words(score.leaked)}"


def speed_lines(run: Race) -> Iterator[str]:
    """Yield the table of times: how many times as long as each peer this package takes."""
    rows = [
        [
            name,
            f"{1000 * run.median(name):.1f}",
            f"{run.whole(OWN.name, name):.2f}",
            f"{run.typical(OWN.name, name):.2f}",
        ]
        for name in run.seconds
    ]
    yield from table(["system", "ms a page", f"{OWN.name} takes, all pages", "median page"], rows)
    yield f"peak memory of {OWN.name}: {run.peak_bytes / 2**20:.0f} MiB"


def speed_data(run: Race) -> dict[str, object]:
    """Return the same as plain data."""
    return {
        "pages": len(run.seconds[OWN.name]),
        "ratio": {n: {"all": run.whole(OWN.name, n), "median": run.typical(OWN.name, n)} for n in run.seconds},
        "median_ms": {name: 1000 * run.median(name) for name in run.seconds},
        "peak_bytes": run.peak_bytes,
    }


def _figure(number: float) -> str:
    """Return a share with three places."""
    return f"{number:.3f}"


def _words(tokens: Iterable[tuple[str, int]]) -> str:
    """Return tokens with their numbers."""
    return " ".join(f"{token}×{count}" for token, count in tokens) or "-"
