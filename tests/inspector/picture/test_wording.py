"""Reasons in words."""

import pytest

from scraper.inspector.picture.wording import in_words
from tests.fixture_pages import fixtures


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("title_match", "says what the page's <title> says"),
        ("lexicon:share:en", "is, or starts with, a phrase for “share” (lexicon en)"),
        ("landmark:nav", "inside a <nav>"),
        ("shape:date", "has the form of a date"),
        ("model:0.97", "probability 0.97 by the network, which weighs all evidence"),
        ("something:new", "something:new"),
        ("name:{0}", "an element around it is called “{0}”"),
    ],
)
def test_words(code, words):
    """A known code becomes a sentence, an unknown one stays as it is."""
    assert in_words(code) == words


def test_every_reason_has_words():
    """No reason that the line gives on the fixtures is without words."""
    codes = {code for fixture in fixtures() for segment in fixture.record().segments for code in segment.reasons}
    assert [code for code in sorted(codes) if in_words(code) == code] == []
