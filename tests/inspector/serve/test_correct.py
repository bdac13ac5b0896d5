"""What a correction makes of an expectation."""

import copy

import pytest

from scraper.errors import UsageError
from scraper.inspector.serve.correct import Correction, corrected, labels, read_correction
from tests.inspector.fixtures.saved_pages import NEXT, STORY, kept


@pytest.fixture(scope="module")
def fixture(tmp_path_factory):
    """Return a fixture; nothing changes it."""
    return kept(tmp_path_factory.mktemp("correct"))


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ([], "object"),
        ({"role": "body"}, "places"),
        ({"first": True, "role": "body"}, "places"),
        ({"first": 3, "last": 2, "role": "body"}, "places"),
        ({"first": -1, "role": "body"}, "places"),
        ({"first": 0, "last": 9, "role": "body"}, "places"),
        ({"first": 0}, "a role or a language"),
        ({"first": 0, "role": "story"}, "no role"),
        ({"first": 0, "role": ["body"]}, "unhashable|no role"),
        ({"first": 0, "lang": "<b>"}, "no language tag"),
        ({"first": 0, "lang": 7}, "no language tag"),
    ],
)
def test_what_is_no_correction_is_refused(said, why):
    """A request that names no segments of the record, no role, or no language tag is refused."""
    with pytest.raises(UsageError, match=why):
        read_correction(said, 9)


def test_corrections_are_read():
    """A correction names one segment or a range, and a role, a language, or both."""
    assert read_correction({"first": 2, "role": "promo"}, 9) == Correction(range(2, 3), "promo", None)
    assert read_correction({"first": 2, "last": 4, "lang": "zh-Hant"}, 9) == Correction(range(2, 5), None, "zh-Hant")


def test_only_what_was_said_changes(fixture):
    """The segments of the range get the role or language that was said, all else stays, and the old is untouched."""
    before = copy.deepcopy(fixture.expected)
    record = fixture.record()
    found = corrected(fixture.expected, record, Correction(range(2, 4), "promo", None))
    assert fixture.expected == before
    changed = [
        at for at, (one, other) in enumerate(zip(before["segments"], found["segments"], strict=True)) if one != other
    ]
    assert changed == [2, 3]
    assert {segment["role"] for segment in found["segments"][2:4]} == {"promo"}
    assert found["title"] == before["title"]
    assert labels(found, record)[3] == ("promo", before["segments"][3]["lang"])


def test_another_cut_becomes_that_of_the_record(fixture):
    """Where the page is cut otherwise, the expectation takes the record's texts and keeps what was said of the rest."""
    expected = copy.deepcopy(fixture.expected)
    at = next(at for at, segment in enumerate(expected["segments"]) if segment["text"] == STORY)
    expected["segments"][at]["role"] = "promo"
    expected["segments"][at + 1]["text"] = NEXT + " And more."
    record = fixture.record()
    assert labels(expected, record)[at + 1] is None
    found = corrected(expected, record, Correction(range(1), None, "fr"))
    assert [segment["text"] for segment in found["segments"]] == [segment.text for segment in record.segments]
    assert found["segments"][at]["role"] == "promo"
    assert found["segments"][at + 1]["role"] == "body"
    assert found["segments"][0]["lang"] == "fr"
