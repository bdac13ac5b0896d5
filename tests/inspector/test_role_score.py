"""Roles and languages against labels."""

import json
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

import pytest

from scraper.corpora.corpus import unpacked
from scraper.corpora.role_gold import GoldSegment, RolePage, read_role_pages
from scraper.inspector.role_score import RoleScore, same_language, score_roles
from scraper.model.document import Document
from scraper.model.page import FetchResult
from scraper.model.segment import Role, Segment
from scraper.pipeline import clean_result
from scraper.writer.record import encode
from tests.writer.records import segment


def scored(gold: list[tuple[str, str, str]], found: list[Segment] | None) -> RoleScore:
    """Score one page: gold as (text, role, language)."""
    page = RolePage("p", Path("p"), tuple(GoldSegment(*row) for row in gold))
    return score_roles([(page, found)])


def test_perfect_labels_are_perfect() -> None:
    """The gold's own labels score 1 everywhere."""
    score = scored(
        [("A title", "title", "en"), ("A story.", "body", "en")], [segment("A title", Role.TITLE), segment("A story.")]
    )
    assert (score.coverage, score.role_accuracy, score.role_macro_f1, score.main_f1, score.lang_accuracy) == (1,) * 5


def test_missing_text_costs_coverage_and_story() -> None:
    """A gold segment that is not in the record counts as missing in role, story and language."""
    score = scored([("kept", "body", "en"), ("lost", "body", "en")], [segment("kept")])
    assert (score.coverage, score.role_accuracy, score.lang_accuracy) == (0.5, 0.5, 0.5)
    assert score.main_f1 == pytest.approx(0.6667)


def test_role_is_that_of_most_characters() -> None:
    """A gold segment that the record cuts in two has the role of the longer part."""
    score = scored([("abc defgh", "related", "en")], [segment("abc"), segment("defgh", Role.RELATED)])
    assert score.role_f1 == {"related": 1.0}


def test_bylines_count_as_roles_but_not_as_story() -> None:
    """A byline taken for body costs role accuracy and leaves the story's F1 alone."""
    score = scored([("By Ada", "byline", "en"), ("Story", "body", "en")], [segment("By Ada"), segment("Story")])
    assert (score.main_f1, score.role_accuracy) == (1.0, 0.5)


def test_page_without_document_is_lost() -> None:
    """A page without a document is named, and all its segments are missing."""
    score = scored([("a", "body", "en"), (" ", "body", "en")], None)
    assert (score.pages, score.pages_lost, score.segments, score.coverage) == (1, ("p",), 1, 0.0)


def test_lengths_fall_in_buckets() -> None:
    """Languages are counted by length without white space: right ones and all."""
    texts = ["a" * 19, "b" * 20, "c" * 60, "d" * 200]
    score = scored([(text, "body", "en") for text in texts], [segment(text) for text in texts])
    assert score.lang_by_length == {"20-60": (1, 1), "60-200": (1, 1), "<20": (1, 1), ">200": (1, 1)}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("en", "en-GB", True),
        ("zh", "zh-Hans", True),
        ("zh-TW", "zh-Hant", True),
        ("zh-Hans", "zh-Hant", False),
        ("no", "nb", True),
        ("", "und", True),
        ("da", "nb", False),
    ],
)
def test_tags_of_the_same_language(one: str, other: str, same: bool) -> None:  # noqa: FBT001 -- a table's column
    """Regions and old codes do not make another language; the two scripts of Chinese do, unless one is not named."""
    assert same_language(one, other) is same
    assert same_language(other, one) is same


def test_figures_equal_those_of_the_shared_scorer(shared: Path, tmp_path: Path) -> None:
    """On a sample of the labelled pages all figures are those of the scorer that came with the labels."""
    labels = tmp_path / "labels"
    labels.mkdir()
    pages = read_role_pages(shared / "corpora" / "roles")[::10]
    records = [clean_result(FetchResult(page.id, unpacked(page.path))) for page in pages]
    for page in pages:
        (labels / f"{page.id}.json").write_bytes((shared / "corpora" / "roles" / f"{page.id}.json").read_bytes())
    (tmp_path / "records.jsonl").write_bytes(b"".join(encode(record) + b"\n" for record in records))
    script = shared / "tools" / "score_roles.py"
    command = [sys.executable, str(script), str(labels), str(tmp_path / "records.jsonl")]
    theirs = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    found = [record.segments if isinstance(record, Document) else None for record in records]
    ours = score_roles(zip(pages, found, strict=True))
    assert json.loads(json.dumps(asdict(ours))) == theirs
