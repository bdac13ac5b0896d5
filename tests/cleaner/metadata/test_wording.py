"""Tests of the two spellings of strings."""

from hypothesis import given
from hypothesis import strategies as st

from scraper.cleaner.metadata.wording import folded, tidy


def test_tidy_resolves_entities_and_drops_what_is_invisible():
    """Entities, soft hyphens, control characters and runs of white space are gone after tidying."""
    assert tidy(" Fisch &amp;  Br\u00adot\x00 \n heute") == "Fisch & Brot heute"


@given(st.text(st.characters(categories=("Cs", "L", "Z", "Cc"))))
def test_tidy_text_can_be_written(text):
    """Whatever the string, its tidied form can be written as UTF-8."""
    tidy(text).encode()


def test_folding_levels_case_width_and_punctuation():
    """Strings that differ in case, width or punctuation fold to one."""
    assert folded("ＡＢＣ – it’s") == folded("abc: It's")
