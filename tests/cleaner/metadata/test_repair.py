"""Tests of reading JSON as pages write it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.cleaner.metadata.repair import documents

VALUE = {"a": "x // y /* z */ <!--", "b": [1, 2]}
TEXT = json.dumps(VALUE)


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        TEXT + ";",
        "<!-- " + TEXT + " -->",
        "<![CDATA[" + TEXT + "]]>",
        "//<![CDATA[\n" + TEXT + "\n//]]>",
        "/* note */ " + TEXT,
        "// note\n" + TEXT,
        TEXT.replace("]", ",]"),
        TEXT.replace("]}", "],\n}"),
        TEXT.replace('"', "&quot;"),
    ],
)
def test_what_is_not_json_is_removed(text):
    """Comments, CDATA marks, semicolons, trailing commas and entities do not keep an object from being read."""
    assert list(documents(text)) == [VALUE]


def test_raw_line_ends_and_unknown_escapes_in_strings_are_borne():
    """A raw line end in a string is kept, and the backslash of an unknown escape is dropped."""
    assert list(documents('{"a": "one\ntwo", "b": "it\\\'s"}')) == [{"a": "one\ntwo", "b": "it's"}]


def test_several_documents_are_read_one_after_the_other():
    """Documents that stand one after the other in one script are all read."""
    assert list(documents('{"a": 1}\n{"b": 2}')) == [{"a": 1}, {"b": 2}]


def test_title_and_dates_survive_hopeless_text():
    """Where quotation marks break the object, headline and dates are still read."""
    text = '{"headline": "Rain", "description": "a "wet" day", "datePublished": "2024-05-03"}'
    assert list(documents(text)) == [{"@type": "Article", "headline": "Rain", "datePublished": "2024-05-03"}]


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a":' * 50_000, '\\"' * 50_000, "/*" * 50_000, "1" * 10_000, ""])
def test_hostile_text_is_answered_quickly_with_nothing(text):
    """Deep, unclosed and empty texts give no object."""
    assert not [value for value in documents(text) if isinstance(value, dict)]


@given(st.text('{}[]",:/*\\\n ab&1<!-'))
def test_no_text_raises(text):
    """Whatever stands in a script, reading it does not raise."""
    list(documents(text))
