"""Records with some of their fields."""

import json

import pytest

from scraper.errors import UsageError
from scraper.writer.fields import with_fields
from scraper.writer.formats import FORMATS
from tests.writer.records import document, segment, skipped

FORM = with_fields(FORMATS["jsonl"], ["text", "language.tag", "http.etag", "url"])


def test_only_named_fields_are_written_in_their_order() -> None:
    """A row has the fields that were named, and says that the page was not skipped."""
    row = json.loads(FORM.render(document(segment("Words."), http=None)))
    expected = {"text": "Words.", "language.tag": "en", "http.etag": None, "url": "https://example.org/a"}
    assert FORM.columns is None
    assert [*row.items()] == [*expected.items(), ("skipped", None)]


def test_skip_cannot_be_taken_for_a_document() -> None:
    """A skip is a row whose reason is there although nobody named it."""
    assert json.loads(FORM.render(skipped())) == {
        "text": None,
        "language.tag": None,
        "http.etag": None,
        "url": None,
        "skipped": "empty",
    }


def test_columns_are_those_of_the_names() -> None:
    """A table of some fields has their columns."""
    form = with_fields(FORMATS["parquet"], ["language.tag", "segments"])
    assert form.columns is not None
    assert {name: shape.kind for name, shape in form.columns().items()} == {
        "language.tag": "string",
        "segments": "list",
        "skipped": "string",
    }


@pytest.mark.parametrize(("form", "name"), [("jsonl", "txet"), ("jsonl", "segments.text"), ("text", "url")])
def test_what_cannot_be_is_wrong_usage(form: str, name: str) -> None:
    """Unknown fields, and fields of a format without fields, are refused before the first page."""
    with pytest.raises(UsageError):
        with_fields(FORMATS[form], [name])
