"""The sieve that all findings go through."""

from scraper.crawler.discover.found import Found, Link, Offers, sieve
from scraper.model.page import FetchResult, Http
from tests.crawler.discover.documents import answer, at, source


def sieved(*links: Link, **more: object) -> Found:
    """Return what is left of links."""
    return sieve(source(**more), Offers(links), answer(b""))


def test_addresses_are_normalised_and_come_once():
    """Spellings of one page and tracking parameters give one link, the first."""
    links = [
        Link("HTTPS://H.org:443/a?utm_source=x#top", title="first"),
        Link("https://h.org/a", title="second"),
        Link("../b"),
    ]
    assert sieved(*links).links == (
        Link("https://h.org/a?utm_source=x", title="first"),
        Link("https://example.org/b"),
    )


def test_what_cannot_be_fetched_is_told_once():
    """Addresses of other schemes, with credentials or without host are counted, with one for an example."""
    links = [
        Link("mailto:a@b.org"),
        Link("javascript:x"),
        Link("https://u:p@h.org/"),
        Link("https://h.org:22/"),
        Link("/ok"),
    ]
    found = sieved(*links)
    assert [link.href for link in found.links] == ["https://example.org/ok"]
    assert len(found.findings) == 1
    assert found.findings[0].startswith("4 addresses are none to fetch")


def test_patterns_choose_pages_and_not_documents():
    """Include and exclude hold for pages; a sitemap of an index is read whatever its address."""
    offers = Offers((Link("/news/1"), Link("/news/live"), Link("/x")), (Link("/sitemap-2.xml"),))
    found = sieve(source(include=("/news/",), exclude=("live",)), offers, answer(b""))
    assert [link.href for link in found.links] == ["https://example.org/news/1"]
    assert [link.href for link in found.sources] == ["https://example.org/sitemap-2.xml"]


def test_times_that_have_not_come_are_not_believed():
    """A change dated later than a day after the fetch would make a page due for ever, so it is left out."""
    soon, late = at("2025-06-01T20:00:00"), at("2025-06-03T00:00:00")
    found = sieved(Link("/1", soon, published=late), Link("/2", late, published=soon))
    assert [(link.lastmod, link.published) for link in found.links] == [(soon, None), (None, soon)]
    undated = FetchResult("x", b"", "https://h.org/")
    assert sieve(source(), Offers((Link("/1", late),)), undated).links[0].lastmod == late


def test_relative_addresses_start_where_the_answer_came_from():
    """After a redirect the last address counts, unless the document names a base."""
    result = FetchResult("x", b"", "https://old.org/", Http(200, "https://new.org/dir/", ("https://old.org/",)))
    assert sieve(source(), Offers((Link("a"),)), result).links[0].href == "https://new.org/dir/a"
    based = Offers((Link("a"),), base="https://base.org/")
    assert sieve(source(), based, result).links[0].href == "https://base.org/a"
