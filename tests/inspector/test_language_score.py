"""Languages against labels."""

from dataclasses import replace
from pathlib import Path

import pytest

from scraper.corpora.role_gold import GoldSegment, RolePage
from scraper.inspector.language_score import score_languages
from scraper.model.segment import Segment
from tests.writer.records import segment

GOLD = (("The story of the day", "en"), ("Lies mehr", "de"), ("Reuters", "und"), ("Home", "en"))


def page(name: str, site: str = "") -> RolePage:
    """Make a page with the labels of `GOLD`."""
    return RolePage(name, Path("p"), tuple(GoldSegment(text, "body", lang) for text, lang in GOLD), site)


def found(*tags: tuple[str, float]) -> list[Segment]:
    """Make the segments of a record with these languages and confidences."""
    texts = [text for text, _ in GOLD]
    return [
        replace(segment(text), lang=tag, lang_confidence=sure) for text, (tag, sure) in zip(texts, tags, strict=True)
    ]


def test_foreign_and_undetermined_segments_are_counted_apart() -> None:
    """Accuracy, recall of foreign segments and of those without a language, and causes of what is wrong."""
    score = score_languages([(page("a"), found(("en", 0.95), ("en", 0.55), ("und", 0.93), ("en", 0.9)))])["all"]
    assert (score.segments, score.accuracy) == (4, 0.75)
    assert (score.foreign, score.undetermined, score.precision) == ((0, 1), (1, 1), (1, 1))
    assert score.causes == {"other as page": 1}


def test_confidences_are_compared_with_what_is_right() -> None:
    """Each bin tells the mean confidence and the share that is right, and the error is their mean distance."""
    score = score_languages([(page("a"), found(("en", 1.0), ("de", 1.0), ("und", 1.0), ("de", 0.5)))])["all"]
    assert [(one.least, one.segments, one.confidence, one.right) for one in score.reliability] == [
        (0.5, 1, 0.5, 0.0),
        (0.9, 3, 1.0, 1.0),
    ]
    assert score.error == pytest.approx(0.125)


def test_pages_of_a_site_are_in_one_part() -> None:
    """Every page is in the part of its site, and all together are told too."""
    perfect = found(("en", 1.0), ("de", 1.0), ("und", 1.0), ("en", 1.0))
    scores = score_languages([(page(name, f"{name}.example"), perfect) for name in "abcdefgh"])
    assert set(scores) == {"all", "tune", "report"}
    assert scores["tune"].segments + scores["report"].segments == scores["all"].segments == 32
    assert page("x", "s.example").part == page("y", "s.example").part


def test_a_lost_page_has_nothing_right() -> None:
    """A page without a document counts as missing."""
    assert score_languages([(page("a"), None)])["all"].accuracy == 0.0
