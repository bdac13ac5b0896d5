"""Tests of candidates from headings."""

from scraper.cleaner.metadata.headings import candidates, main_heading
from scraper.model.segment import Block, Kind, Role
from tests.cleaner.metadata.markup import marks


def test_one_heading_counts_for_more_than_many():
    """The only h1 has a key of its own; h1 elements of teasers do not count."""
    html = "<title>T</title><h1>Rain</h1><div class='related'><h1>Sun</h1></div>"
    assert [(found.key, found.value) for found in candidates(marks(html), [], [])] == [("h1", "Rain"), ("title", "T")]


def test_blocks_judged_title_are_candidates():
    """A block whose role is title is a candidate."""
    block = Block("Rain at last", Kind.HEADING, 0, "h2", hidden=False, links=0, link_chars=0)
    assert [found.key for found in candidates(marks(""), [block], [Role.TITLE])] == ["role.title"]


def test_the_heading_the_title_repeats_is_the_main_one():
    """Of several h1, the one that stands in the title is the main heading."""
    found = marks("<title>Rain at last | News</title><h1>The News</h1><h1>Rain at last</h1>")
    node = main_heading(found)
    assert node is not None
    assert found.tree.text(node) == "Rain at last"
    assert main_heading(marks("<p>x</p>")) is None
