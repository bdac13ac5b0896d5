"""The kinds of sources."""

import pytest

from scraper.crawler.discover import Found, Link, discover, list_links
from scraper.crawler.discover.kinds import NESTED
from scraper.model.source import Kind
from tests.crawler.discover.documents import URL, answer, source

FEED = b"<rss><channel><item><link>/1</link></item></channel></rss>"
SITEMAP = b"<urlset><url><loc>/1</loc></url></urlset>"
INDEX = b"<sitemapindex><sitemap><loc>/2.xml</loc></sitemap></sitemapindex>"
SECTION = b'<a href="/1">x</a><a rel="next" href="?p=2">more</a>'


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        (Kind.FEED, FEED),
        (Kind.SITEMAP, SITEMAP),
        (Kind.SITEMAP, FEED),
        (Kind.SECTION, SECTION),
        (Kind.LIST, b"/1"),
    ],
)
def test_each_kind_has_its_reader(kind, body):
    """Whatever the kind, the pages named come in one form."""
    found = discover(source(kind, links="/1" if kind is Kind.SECTION else None), answer(body))
    assert [link.href for link in found.links] == ["https://example.org/1"]


@pytest.mark.parametrize("kind", Kind)
def test_text_is_as_good_as_bytes(kind):
    """A document that is text already is read the same way."""
    assert discover(source(kind, links="x"), answer("rubbish\n")).links in {
        (),
        (Link("https://example.org/news/rubbish"),),
    }


def test_indexes_are_followed_three_deep():
    """An index inside an index inside an index is the last that is read on from."""
    assert discover(source(Kind.SITEMAP), answer(INDEX), NESTED - 1).sources == (Link("https://example.org/2.xml"),)
    assert discover(source(Kind.SITEMAP), answer(INDEX), NESTED).sources == ()


@pytest.mark.parametrize(("allowed", "hops", "goes_on"), [(0, 0, False), (1, 0, True), (1, 1, False), (5, 4, True)])
def test_pagination_is_followed_as_far_as_allowed(allowed, hops, goes_on):
    """A section is read on for as many pages as its source says, none without a word."""
    found = discover(source(Kind.SECTION, links="/1", next_pages=allowed), answer(SECTION), hops)
    assert found.sources == ((Link("https://example.org/news/index?p=2", title="more"),) if goes_on else ())


def test_lists_in_the_sources_file_need_no_document():
    """The addresses of a list are its pages, sieved like all."""
    listed = source(Kind.LIST, addresses=(URL, "https://h.org/1?utm_source=x", "https://h.org/1"), exclude=("index",))
    assert list_links(listed) == Found((Link("https://h.org/1?utm_source=x"),))
