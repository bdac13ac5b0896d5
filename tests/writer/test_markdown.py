"""Markdown."""

import pytest

from scraper.model.segment import Kind, Role, Segment
from scraper.writer.markdown import render_markdown
from tests.writer.records import document, segment, skipped


def story(*segments: Segment) -> str:
    """Return the Markdown of segments alone."""
    return render_markdown(document(*segments, title=None, authors=(), published=None))


def test_head_has_headline_authors_and_date() -> None:
    """The headline is the only heading of the first level, authors and date stand in one line below."""
    assert render_markdown(document()) == "# River opens\n\n*Ada Lum · Bo Ek · 2024-05-01*"


def test_only_the_story_is_written() -> None:
    """Segments of other roles than body are left out."""
    roles = [segment(role.value, role) for role in Role]
    assert story(*roles) == "body"


@pytest.mark.parametrize(
    ("kind", "texts", "expected"),
    [
        (Kind.HEADING, ["A\nb"], "## A b"),
        (Kind.LIST_ITEM, ["a", "b\nc"], "- a\n- b  \n  c"),
        (Kind.QUOTE, ["a\nb", "c"], "> a  \n> b\n\n> c"),
        (Kind.CODE, ["if a:\n  *b*"], "```\nif a:\n  *b*\n```"),
        (Kind.CODE, ["````"], "`````\n````\n`````"),
        (Kind.TABLE_ROW, ["a\tb", "c|d"], "| a | b |\n| --- | --- |\n| c\\|d |  |"),
        (Kind.PARAGRAPH, ["a\nb", "c"], "a  \nb\n\nc"),
    ],
)
def test_kinds_are_written_as_their_markup(kind: Kind, texts: list[str], expected: str) -> None:
    """Each kind of segment becomes what Markdown has for it."""
    assert story(*(segment(text, kind=kind) for text in texts)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# a", "\\# a"),
        ("#a", "#a"),
        ("1. a", "1\\. a"),
        ("1.5 a", "1.5 a"),
        ("- a", "\\- a"),
        ("a\n===", "a  \n\\==="),
        ("*a* _b_ c_d [e] <f>", "\\*a\\* \\_b\\_ c_d \\[e\\] \\<f>"),
    ],
)
def test_words_that_look_like_markup_are_escaped(text: str, expected: str) -> None:
    """Characters of the page that Markdown would take for markup are escaped, others are not."""
    assert story(segment(text)) == expected


def test_skip_gives_nothing() -> None:
    """A skipped page has no story."""
    assert render_markdown(skipped()) == ""
