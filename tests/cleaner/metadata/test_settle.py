"""Tests of settling all fields."""

from scraper.cleaner.metadata.candidate import Candidate, Field, Source
from scraper.cleaner.metadata.settle import site_names
from tests.cleaner.metadata.markup import described, page


def test_addresses_are_absolute():
    """Picture, licence and own address are given in full; a licence may be a name."""
    html = (
        "<base href='/x/'><link rel='canonical' href='/rain'><meta property='og:image' content='a.jpg'>"
        "<meta name='license' content='CC BY 4.0'>"
    )
    found = described(html)
    assert (found.canonical_url, found.image, found.license) == (
        "https://news.example/rain",
        "https://news.example/x/a.jpg",
        "CC BY 4.0",
    )


def test_dates_after_the_visit_are_not_believed():
    """A day later than the day after the page was fetched is passed over."""
    html = "<meta property='article:published_time' content='2031-01-01'><time>2024-05-03</time>"
    assert described(html, fetched_at="2024-06-01T00:00:00+00:00").published == "2024-05-03"


def test_a_change_before_the_publication_is_none():
    """A change that lies before the publication is not given."""
    html = (
        "<meta property='article:published_time' content='2024-05-03'>"
        "<meta property='article:modified_time' content='2024-05-01'>"
    )
    assert (described(html).published, described(html).modified) == ("2024-05-03", None)


def test_a_page_that_tells_only_its_change_was_published_then():
    """Where a page tells only when it was changed, that day is its publication too."""
    found = described("<h1>Rain</h1><p>Updated May 3, 2024</p>")
    assert (found.published, found.modified) == ("2024-05-03", "2024-05-03")


def test_the_order_of_day_and_month_follows_the_language():
    """The same figures are read the American way on American pages only."""
    html = "<html lang='%s'><h1>Rain</h1><p>05/06/2024</p>"
    assert [described(html % tag).published for tag in ("en-US", "en-GB", "fr")] == [
        "2024-05-06",
        "2024-06-05",
        "2024-06-05",
    ]


def test_site_names_are_those_given_and_the_host():
    """A site is known by the name it gives itself and by its host, in whole and without what is around the name."""
    named = Candidate(Field.SITE, "The Daily Example", Source.OPENGRAPH, "og:site_name")
    assert site_names(page("", "https://www.daily-example.co.uk/a"), [named]) == frozenset(
        {"the daily example", "daily example co uk", "daily example"}
    )
