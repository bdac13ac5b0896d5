"""Two records of one page."""

import pytest

from scraper.inspector.runs.change import NOTHING, compare
from tests.inspector.runs.records import row, skip

BODY, SHARE = ("All the words of a story.", "body", "en"), ("Share", "share", "en")


def test_equal_records_differ_in_nothing():
    """Another confidence or version is no change."""
    assert compare("a", row("a", BODY, SHARE), row("a", BODY, SHARE, confidence=0.1, made_by={"scraper": "9"})) is None
    assert compare("a", skip("a", "empty"), skip("a", "empty")) is None


def test_moves_of_roles_and_languages_are_counted():
    """A role that moved counts under its language, a language by what it was, and the story is measured by itself."""
    found = compare("a", row("a", BODY, SHARE), row("a", (BODY[0], "promo", "en"), ("Share", "share", "fr")))
    assert found is not None
    assert found.roles == {("en", ("body", "promo")): 1}
    assert found.languages == {("en", "fr"): 1}
    assert found.story == 1.0
    assert found.text == 1.0


def test_texts_that_come_and_go_are_moves_from_and_to_nothing():
    """A text that only one record has moves from nothing or to nothing, and weighs once."""
    found = compare("a", row("a", BODY, SHARE), row("a", BODY, ("Ad", "promo", "und")))
    assert found is not None
    assert found.roles == {("en", ("share", NOTHING)): 1, ("und", (NOTHING, "promo")): 1}
    assert found.languages == {}
    assert found.story == 0
    assert 0 < found.text < 0.2


@pytest.mark.parametrize(("field", "value"), [("title", "U"), ("language", {"tag": "fr"}), ("published", "2025-01-01")])
def test_fields_are_named(field, value):
    """A field with another value is named."""
    found = compare("a", row("a", BODY), row("a", BODY, **{field: value}))
    assert found is not None
    assert found.fields == (field,)


def test_a_record_lost_is_worst():
    """A page that became a skip is worse than any change of a record."""
    lost = compare("a", row("a", BODY), skip("a", "failed"))
    assert lost is not None
    assert lost.outcome == ("record", "failed")
    changed = compare("a", row("a", BODY, SHARE), row("a", (BODY[0], "promo", "en"), SHARE))
    assert changed is not None
    assert lost.badness >= (1.0, 0.0, 0)
    assert compare("a", skip("a", "empty"), skip("a", "failed")).outcome == ("empty", "failed")
