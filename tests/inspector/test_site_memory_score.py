"""What remembering a site is worth."""

from pathlib import Path

from scraper.corpora.corpus import read_corpus
from scraper.inspector.site_memory_score import hosts, score_host, site_memory_lines, site_memory_rows
from scraper.model.options import Options
from tests.cleaner.pages import AR, DE, EN, RU, ZH, page, paragraphs
from tests.inspector.pages import write_corpus

OWN = (
    "This paper has been printed by the people of the valley since 1911, and whoever wants to may come and help to "
    "fold it on a Thursday night, for there is always soup and never enough hands."
)
STORIES = (EN, DE, RU, ZH, AR, EN[::-1], DE[::-1], RU[::-1])


def corpus(folder: Path) -> Path:
    """Write a site whose every story ends with the same bare paragraph, a page elsewhere, and one without address."""
    rows = [
        {"id": str(number), "url": f"https://valley.test/{number}", "text": "\n".join(story)}
        | {"html": page(f"<h1>{number}</h1>{paragraphs(*story, OWN)}"), "page_type": "article"}
        for number, story in enumerate(STORIES)
    ]
    others = [{"id": "x", "url": "https://else.test/", "text": EN[0]}, {"id": "y", "url": None, "text": EN[0]}]
    others = [other | {"html": page(paragraphs(EN[0])), "page_type": "article"} for other in others]
    return write_corpus(folder, *rows, *others)


def test_pages_are_read_host_by_host(tmp_path):
    """Hosts with enough pages are read in order, and what their first pages had in common counts on the later ones."""
    groups = hosts(read_corpus(corpus(tmp_path / "valley")))
    assert [[gold.id for gold in group] for group in groups] == [["0", "1", "2", "3", "4", "5", "6", "7"]]
    ticks: list[None] = []
    scores = [*score_host(groups[0], Options(), lambda: ticks.append(None))]
    assert len(ticks) == len(STORIES)
    assert [score.earlier for score in scores] == [2, 3, 4, 5, 6, 7]
    assert sum(score.remembering for score in scores) >= sum(score.alone for score in scores)


def test_the_report_counts_pages_by_how_much_was_seen_before(tmp_path):
    """The report has a line for each corpus and number of earlier pages, with both means."""
    groups = hosts(read_corpus(corpus(tmp_path / "valley")))
    scores = [*score_host(groups[0], Options(), lambda: None)]
    assert [row[:3] for row in site_memory_rows(scores)] == [("valley", 2, 6), ("valley", 5, 3)]
    head, first, *_ = site_memory_lines(scores)
    assert head.split() == ["corpus", "earlier", "pages", "alone", "memory", "better", "worse"]
    assert first.split()[:3] == ["valley", ">=2", "6"]


def test_nothing_to_report():
    """Without hosts of several pages the report is its head alone."""
    assert [*hosts([])] == []
    assert len([*site_memory_lines([])]) == 1
