"""Section pages."""

import pytest

from scraper.crawler.discover.found import Link, Offers
from scraper.crawler.discover.section import read_section
from scraper.model.source import Kind
from tests.crawler.discover.documents import URL, answer, source

SECTION = source(Kind.SECTION, links=r"/story/\d+$", next_pages=3)


def read(markup: str | bytes) -> Offers:
    """Return what a section page offers."""
    return read_section(SECTION, answer(markup, "text/html"))


def test_links_that_match_are_pages():
    """The pattern is matched against the whole address, and the words of a link are its title."""
    page = '<a href="/story/1"> One <b>story</b></a><a href="/about">no</a><area href="story/2"><link href="/story/3">'
    assert read(page).links == (Link("/story/1", title="One story"), Link("story/2"))


def test_base_is_honoured():
    """Links are relative to the first base that has an address, itself relative to the page."""
    page = '<base target="x"><base href="/other/"><base href="/third/"><a href="story/1">x</a>'
    assert read(page).base == "https://example.org/other/"
    assert read('<base href="javascript:x"><a href="/story/1">x</a>').base == URL


def test_nofollow_is_honoured():
    """Neither a link with rel=nofollow is followed nor any link of a page that asks for it."""
    assert read('<a rel="external NOFOLLOW" href="/story/1">x</a>').links == ()
    for content in ("noindex, nofollow", "none", "NoFollow"):
        offers = read(f'<meta name="Robots" content="{content}"><a href="/story/1">x</a>')
        assert (offers.links, len(offers.findings)) == ((), 1)
    assert len(read('<meta name="robots" content="noindex"><a href="/story/1">x</a>').links) == 1


@pytest.mark.parametrize(
    "link", ['<link rel="next" href="?page=2">', '<a rel="nofollow"></a><a rel="next" href="?page=2">']
)
def test_pagination_goes_on(link):
    """The first link that says it leads to the next page is followed, in the head or in the body."""
    offers = read(link + '<a rel="next" href="?page=99">x</a>')
    assert [following.href for following in offers.sources] == ["?page=2"]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"", "no page to find links on"),
        (b"%PDF-1.7 ...", "no page to find links on"),
        (b"<p>nothing</p>", "none of its links matches"),
        (b'<a href="//[">x</a><a>y</a><a href>z</a>', "none of its links matches"),
    ],
)
def test_what_is_wrong_is_told(body, words):
    """A page without pages, and what is no page, are findings."""
    offers = read(body)
    assert offers.links == ()
    assert offers.findings[0].startswith(words)
