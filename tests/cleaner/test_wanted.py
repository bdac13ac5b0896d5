"""Filters on documents."""

from dataclasses import fields

import pytest

from scraper.cleaner.wanted import as_wanted
from scraper.model.document import Changes, Document, Edited, RevisedDocument, Skipped
from scraper.model.options import Wanted
from scraper.model.segment import Role
from tests.writer.records import document, segment

PAGE = document(segment("Menu", Role.NAVIGATION), segment("雨が降った、谷で。"), segment("Share", Role.SHARE))


def test_without_wishes_nothing_changes() -> None:
    """Where nothing is asked for the document is the same object."""
    assert as_wanted(PAGE, Wanted()) is PAGE


@pytest.mark.parametrize(
    ("wanted", "word"), [(Wanted(min_confidence=0.98), "confidence is 0.97"), (Wanted(min_chars=8), "has 7 letters")]
)
def test_what_is_not_wanted_becomes_a_skip(wanted: Wanted, word: str) -> None:
    """A document that falls short is a skip with its source, its address and the reason."""
    skip = as_wanted(PAGE, wanted)
    assert isinstance(skip, Skipped)
    assert (skip.source, skip.url, skip.skipped) == (PAGE.source, PAGE.url, "filtered")
    assert word in skip.detail


def test_what_just_reaches_is_kept() -> None:
    """Bounds are inclusive, and signs and spaces are no length."""
    assert as_wanted(PAGE, Wanted(min_confidence=0.97, min_chars=7)) is PAGE


def test_only_segments_of_wanted_roles_stay() -> None:
    """Segments of other roles go, and the text stays."""
    kept = as_wanted(PAGE, Wanted(roles=(Role.BODY, Role.SHARE)))
    assert isinstance(kept, Document)
    assert [one.role for one in kept.segments] == [Role.BODY, Role.SHARE]
    assert kept.text == PAGE.text


def test_changes_lead_to_the_same_segments() -> None:
    """Indexes of what changed follow the segments to their new places."""
    values = {field.name: getattr(PAGE, field.name) for field in fields(Document)}
    changes = Changes((0, 1), (), (Edited(2, "Tell"), Edited(0, "x")))
    kept = as_wanted(RevisedDocument(**values, revision=2, changes=changes), Wanted(roles=(Role.BODY, Role.SHARE)))
    assert isinstance(kept, RevisedDocument)
    assert kept.changes == Changes((0,), (), (Edited(1, "Tell"),))
