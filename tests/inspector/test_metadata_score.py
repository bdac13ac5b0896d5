"""Title, authors and date against gold."""

import pytest

from scraper.inspector.answer import Answer
from scraper.inspector.metadata_score import agreement, folded
from tests.inspector.pages import gold


@pytest.mark.parametrize(
    ("answer", "right"),
    [
        (Answer(title="RIVER: opens!"), {"title": True, "authors": False, "published": False}),
        (Answer(authors=("ada  lum", "Ada Lum")), {"title": False, "authors": True, "published": False}),
        (Answer(published="2024-05-01"), {"title": False, "authors": False, "published": True}),
        (
            Answer(authors=("Ada Lum", "Bo Ek"), published="2024-05-02"),
            dict.fromkeys(("title", "authors", "published"), False),
        ),
    ],
)
def test_values_are_compared_by_what_they_mean(answer: Answer, right: dict[str, bool]) -> None:
    """Case, punctuation, repeated authors and time of day do not count; a missing or further author and day do."""
    assert agreement(gold(), answer) == right


def test_only_what_the_gold_has_counts() -> None:
    """Fields that the gold lacks are not judged."""
    assert agreement(gold(title=None, authors=(), published=None), Answer(title="x")) == {}


def test_folding_takes_away_ways_of_writing() -> None:
    """Composed and decomposed letters, full-width forms and quotes fold to the same."""
    assert folded("“Ｃafé” — d'été") == folded("cafe\u0301 d été")
    assert folded(None) == ""
