"""Stories against gold."""

from pathlib import Path
from typing import Any

import pytest

from scraper.corpora.corpus import read_corpus
from scraper.inspector.answer import Answer, System
from scraper.inspector.story_score import PageScore, means, score_page, worst
from tests.inspector.pages import write_corpus


def system(name: str, answer: Answer) -> System:
    """Return a tool that always gives the same answer."""
    return System(name, lambda _body, _url: answer, lambda _body: answer.text, describes=True)


def scored(folder: Path, answer: Answer, *rows: dict[str, Any]) -> list[PageScore]:
    """Score an answer, as if it were this package's, on a corpus of rows."""
    peer = system("peer", Answer("one two three four"))
    return [score_page(page, [system("scraper", answer), peer]) for page in read_corpus(write_corpus(folder, *rows))]


def test_words_lost_and_leaked(tmp_path: Path) -> None:
    """A page's score lists the gold's words that are missing and the words that are not in the gold, most first."""
    (score,) = scored(tmp_path / "c", Answer("one x x y"), {"id": "1", "text": "one two two three"})
    assert score.lost == (("two", 2), ("three", 1))
    assert score.leaked == (("x", 2), ("y", 1))
    assert score.story["scraper"].f1 == pytest.approx(0.25)
    assert score.story["peer"].recall == pytest.approx(0.75)


def test_headline_counts_where_the_gold_counts_it(tmp_path: Path) -> None:
    """Where the gold's text begins with the headline, the answer's headline is put before its story."""
    rows = [{"id": "1", "text": "Rain one"}, {"id": "2", "text": "Rain one", "title_in_text": True}]
    without, within = scored(tmp_path / "c", Answer("one", title="Rain"), *rows)
    assert (without.story["scraper"].recall, within.story["scraper"].recall) == (0.5, 1.0)


def test_headline_that_is_there_is_not_put_there_again(tmp_path: Path) -> None:
    """An answer whose story begins with its headline is compared as it is."""
    row = {"id": "1", "text": "Rain one", "title_in_text": True}
    (score,) = scored(tmp_path / "c", Answer("RAIN! one", title="Rain"), row)
    assert score.story["scraper"].precision == 1.0


def test_means_by_corpus_type_and_language(tmp_path: Path) -> None:
    """Means are given for the corpus and, where there are several, for its page types and languages."""
    rows = [
        {"id": "1", "text": "one", "page_type": "forum", "language": "el"},
        {"id": "2", "text": "two", "page_type": "article", "language": "en"},
        {"id": "3", "text": "one", "page_type": "article", "language": "en"},
    ]
    found = {
        mean.group: (mean.pages, mean.scores["scraper"].f1)
        for mean in means(scored(tmp_path / "c", Answer("one"), *rows))
    }
    assert found == {
        "all": (3, pytest.approx(2 / 3)),
        "type article": (2, 0.5),
        "type forum": (1, 1.0),
        "language el": (1, 1.0),
        "language en": (2, 0.5),
    }


def test_pages_without_gold_text_are_left_out(tmp_path: Path) -> None:
    """A page whose gold has no text counts in no mean, but its metadata is still judged."""
    scores = scored(tmp_path / "c", Answer("one"), {"id": "1", "text": "", "title": "x"}, {"id": "2", "text": "one"})
    assert [(mean.group, mean.pages) for mean in means(scores)] == [("all", 1)]
    assert scores[0].metadata["scraper"] == {"title": False}
    assert [score.page.id for score in worst(scores, 9)] == ["2"]


def test_worst_pages_come_first(tmp_path: Path) -> None:
    """The pages with the lowest F1 of this package come first, at most as many as asked for."""
    rows = [{"id": "good", "text": "one"}, {"id": "bad", "text": "two"}, {"id": "fair", "text": "one two"}]
    assert [score.page.id for score in worst(scored(tmp_path / "c", Answer("one"), *rows), 2)] == ["bad", "fair"]
