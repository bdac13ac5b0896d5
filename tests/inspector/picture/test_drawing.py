"""A page and its record become the data of a report."""

import json

import pytest

from scraper.errors import UsageError
from scraper.inspector.picture import data, draw
from scraper.inspector.picture.drawing import told
from scraper.model.document import Document
from scraper.model.options import Cut, Options
from scraper.model.page import FetchResult
from scraper.pipeline import clean_result
from scraper.writer.jsonl import render_jsonl
from tests.fixture_pages import fixtures


def test_data_holds_the_record_as_it_is():
    """The record in a report is the line of JSONL, and every segment has its place."""
    fixture = fixtures()[0]
    record = fixture.record()
    found = json.loads(data(fixture.result(), record))
    assert found["record"] == json.loads(render_jsonl(record))
    assert len(found["places"]) == len(record.segments)
    assert {code for segment in record.segments for code in segment.reasons} == set(found["reasons"])


def test_places_hold_the_words():
    """The text nodes of a segment, one behind the other, are its text but for white space."""
    for fixture in fixtures():
        record = fixture.record()
        found = json.loads(data(fixture.result(), record))
        texts = [step for step in found["page"] if isinstance(step, str)]
        for segment, ordinals in zip(record.segments, found["places"], strict=True):
            words = "".join("".join(texts[ordinal] for ordinal in ordinals).split())
            assert words == "".join(segment.text.split()) or not ordinals


@pytest.mark.parametrize("view", Cut)
def test_the_story_is_told_by_segments(view):
    """Whatever the view, the segments that are told make the record's text."""
    for fixture in fixtures():
        record = clean_result(fixture.result(), Options(view=view))
        assert isinstance(record, Document)
        assert "\n\n".join(record.segments[index].text for index in told(record)) == record.text


def test_a_record_of_another_page_is_refused():
    """A report is not drawn from a record of another page, nor of one that is no page."""
    one, other = fixtures()[:2]
    with pytest.raises(UsageError, match="another page"):
        draw(one.result(), other.record())
    with pytest.raises(UsageError):
        draw(FetchResult("x", b"%PDF-1.7"), one.record())


def test_same_page_same_report():
    """The same page gives the same report, byte for byte."""
    fixture = fixtures()[0]
    assert draw(fixture.result(), fixture.record()) == draw(fixture.result(), fixture.record())
