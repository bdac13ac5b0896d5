"""Tests of candidates for dates from visible lines."""

import time

from scraper.cleaner.metadata import printed
from scraper.model.segment import Block, Kind, Role
from tests.cleaner.metadata.markup import described, marks


def test_the_line_at_the_heading_tells_the_day():
    """A date alone in a line behind the heading is the publication."""
    assert described("<h1>Rain</h1><p>3 May 2024</p><p>Text</p>").published == "2024-05-03"


def test_lines_that_say_updated_tell_of_a_change():
    """A date behind the word updated, in the line or before it, is the change."""
    for line in ("<p>Updated May 4, 2024</p>", "<i>Aktualisiert:</i><b>04.05.2024</b>"):
        found = described("<h1>Rain</h1><time class='published'>2024-05-03</time>" + line)
        assert (found.published, found.modified) == ("2024-05-03", "2024-05-04")


def test_a_copyright_line_is_not_a_date():
    """The line of rights in a footer gives no publication, nor does its year."""
    html = "<h1>Rain</h1><p>Text</p><footer>© 2024 Example</footer><p>Copyright 3 May 2023</p>"
    assert described(html).published is None


def test_dates_of_comments_and_teasers_are_not_the_publication():
    """Days under comments, and days of several teasers, give no publication."""
    comment = "<h1>Rain</h1><div class='comments'><p>Troll</p><p>3 May 2024</p></div>"
    teasers = "<h1>Rain</h1><p>x</p>" + "<p>y</p>" * 40 + "<ul><li>3 May 2024</li><li>4 May 2024</li></ul>"
    assert described(comment).published is None
    assert described(teasers).published is None


def test_the_only_day_of_a_page_is_its_day():
    """Where one day only stands anywhere on a page, it is the publication."""
    html = "<h1>Rain</h1>" + "<p>y</p>" * 40 + "<p>Posted on May 3, 2024</p>"
    assert described(html).published == "2024-05-03"


def test_sentences_with_dates_are_not_datelines():
    """A day in a long sentence is not offered."""
    html = "<h1>R</h1><p>The council of the town met in its old hall on 3 May 2024 to talk about the rain</p>"
    assert described(html).published is None


def test_days_in_data_of_scripts_are_found():
    """A publication day in the data of a program is taken where the page shows none."""
    html = """<h1>Rain</h1><script>var s = {"publishedAt":"2024-05-03T10:00:00Z"}</script>"""
    assert described(html).published == "2024-05-03T10:00:00+00:00"


def test_judged_bylines_are_read():
    """The dated lines of a block judged byline are candidates."""
    block = Block("Jane Doe\n3 May 2024", Kind.PARAGRAPH, 0, "p", hidden=False, links=0, link_chars=0)
    assert [found.value for found in printed.judged([block], [Role.BYLINE])] == ["3 May 2024"]


def test_a_page_of_years_costs_little():
    """Of many thousands of short texts with years only the first two thousand are looked at."""
    found = marks("<p>1999</p>" * 20_000)
    start = time.process_time()
    assert len(list(printed.anywhere(found))) == 2_000
    assert time.process_time() - start < 5
