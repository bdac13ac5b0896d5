"""Passages as blocks."""

import pytest

from scraper.cleaner.embedded.passages import blocks_of
from scraper.cleaner.embedded.story import Story
from scraper.model.segment import Kind

LONG = "A line of the story that is certainly longer than sixty letters."


@pytest.mark.parametrize(
    ("passage", "texts"),
    [
        ("One.\n\nTwo\nlines.\r\n\r\nThree.", ["One.", "Two lines.", "Three."]),
        (f"{LONG}\n{LONG}", [LONG, LONG]),
        ("<p>One &amp; all</p><ul><li>Two</ul><p hidden>Gone</p>", ["One & all", "Two"]),
        ("&lt;p&gt;One&lt;/p&gt;&lt;p&gt;Two&lt;/p&gt;", ["One", "Two"]),
        ("   ", []),
    ],
)
def test_passages_are_cut(passage: str, texts: list[str]) -> None:
    """Plain text is cut at blank lines or long lines, HTML like a page."""
    blocks, titles = blocks_of(Story(None, (passage,), own=True), 7, "html > head > script")
    assert [block.text for block in blocks] == texts
    assert titles == 0
    assert all((block.node, block.path, block.hidden) == (7, "html > head > script", True) for block in blocks)


def test_kinds_of_html_are_kept() -> None:
    """A list item of embedded HTML is a list item; the headline comes first and is a heading."""
    blocks, titles = blocks_of(Story("Title", ("<ul><li>Two</ul>",), own=True), 7, "p")
    assert ([block.kind for block in blocks], titles) == ([Kind.HEADING, Kind.LIST_ITEM], 1)
