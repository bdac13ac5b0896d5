"""How often each field of the metadata is right, over groups of pages."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from scraper.inspector.metadata_score import FIELDS
from scraper.inspector.story_score import PageScore


@dataclass(frozen=True, slots=True)
class Accuracy:
    """One field over a group of pages."""

    corpus: str
    """Name of the corpus."""
    group: str
    """`all`, or `articles` where not all pages are."""
    field: str
    """Name of the field."""
    pages: int
    """Number of pages whose gold has the field; the others do not count."""
    right: Mapping[str, float]
    """Share of those pages on which the value is right, by system."""


def accuracies(scores: Sequence[PageScore]) -> Iterator[Accuracy]:
    """Yield the accuracy of every field that a corpus's gold has."""
    for corpus in dict.fromkeys(score.page.corpus for score in scores):
        pages = [score for score in scores if score.page.corpus == corpus]
        articles = [score for score in pages if score.page.page_type == "article"]
        yield from _group(corpus, "all", pages)
        if articles and len(articles) < len(pages):
            yield from _group(corpus, "articles", articles)


def _group(corpus: str, group: str, pages: Sequence[PageScore]) -> Iterator[Accuracy]:
    """Yield the accuracy of each field over a group of pages."""
    for field in FIELDS:
        marks = _marks(field, pages)
        if marks:
            number = max(map(len, marks.values()))
            yield Accuracy(corpus, group, field, number, {name: sum(row) / number for name, row in marks.items()})


def _marks(field: str, pages: Sequence[PageScore]) -> dict[str, list[bool]]:
    """Return by system on which pages, of those whose gold has the field, its value is right."""
    marks: dict[str, list[bool]] = {}
    judged = ((system, fields) for page in pages for system, fields in page.metadata.items())
    for system, fields in judged:
        if field in fields:
            marks.setdefault(system, []).append(fields[field])
    return marks
