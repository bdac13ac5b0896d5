"""Tests of candidates for authors from visible lines."""

from scraper.cleaner.metadata import bylines
from scraper.cleaner.metadata.words import BUILT_IN
from scraper.model.segment import Block, Kind, Role
from tests.cleaner.metadata.markup import described, marks


def test_class_names_announce_authors():
    """The name within an element named for its author is a candidate, labels and buttons in it are not."""
    html = "<div class='post-author'><span>Written by</span><a>Jane Doe</a><a>Follow</a></div>"
    assert [found.value for found in bylines.classed(marks(html), BUILT_IN)] == ["Jane Doe"]


def test_authors_in_asides_have_a_lesser_key():
    """A name in a container of other stories is a candidate only for pages without any other."""
    found = list(bylines.classed(marks("<aside><p class='author'>Jane Doe</p></aside>"), BUILT_IN))
    assert [candidate.key for candidate in found] == ["aside.author"]


def test_lines_behind_the_heading_may_say_by():
    """A byline behind the heading is found, also where the word and the name are two pieces."""
    for html in ("<h1>Rain</h1><p>By Jane Doe</p>", "<h1>Rain</h1><i>by</i><b>Jane Doe</b><p>Text</p>"):
        assert described(html).authors == ("Jane Doe",)


def test_a_name_beside_a_date_may_be_the_author():
    """A full name next to a date behind the heading is taken where nothing else names an author."""
    assert described("<h1>Rain</h1><p>Jane Doe</p><p>3 May 2024</p>").authors == ("Jane Doe",)


def test_judged_bylines_are_read():
    """A block judged byline gives the names of its lines."""
    block = Block("By Jane Doe\n3 May 2024", Kind.PARAGRAPH, 0, "p", hidden=False, links=0, link_chars=0)
    found = list(bylines.judged([block], [Role.BYLINE], BUILT_IN))
    assert [candidate.value for candidate in found] == ["Jane Doe"]
    assert list(bylines.judged([block], [Role.BODY], BUILT_IN)) == []
