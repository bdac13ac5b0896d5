"""Patterns of tags."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.cleaner.tags import ATTRIBUTE, FORMATTING_TAG, TAG, TAGS_IN_A_ROW, TOKEN

PIECES = [
    "<p>",
    "</p>",
    "<a href='>'>",
    '<i title="',
    '"',
    "<!--",
    "-->",
    "<script>",
    "</script>",
    "<",
    ">",
    "a=b",
    " ",
]


def covered(pattern: re.Pattern[str], markup: str) -> set[int]:
    """Return the places of the signs that a pattern takes."""
    return {place for found in pattern.finditer(markup) for place in range(*found.span())}


@given(st.lists(st.sampled_from([*PIECES, "word", "<TITLE>", "</title >", "<plaintext>", "<plain/>", "<st", "</"])))
def test_tokens_in_a_row_are_tokens(pieces: list[str]) -> None:
    """Tokens found one by one or in rows cover the same places."""
    markup = "".join(pieces)
    assert covered(TAGS_IN_A_ROW, markup) == covered(TOKEN, markup)


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p title='a > b'>c", "c"),
        ("a<!-- b > c -->d", "ad"),
        ("a<script>b</p></script >c", "ac"),
        ("a<STYLE>b", "a"),
        ("a <b", "a "),
        ("2 < 3", "2 < 3"),
    ],
)
def test_what_is_text(markup: str, text: str) -> None:
    """Neither quoted ends of tags nor what stands in comments and scripts is text."""
    assert TOKEN.sub("", markup) == text


def test_a_tag_and_its_attributes() -> None:
    """A start tag reaches to its own end, and its attributes are found with their values."""
    tag = TAG.match("<a href=x title='b > c' hidden>d")
    assert tag is not None
    assert ATTRIBUTE.findall(tag[0]) == ["<a", " href=x", " title='b > c'", " hidden"]


def test_formatting() -> None:
    """Formatting is found by its whole name."""
    assert FORMATTING_TAG.findall("<b><body></B><br><strong >") == [("", "b"), ("/", "B"), ("", "strong")]
