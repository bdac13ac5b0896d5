"""From links to addresses to remember."""

from scraper.crawler.discover import Link
from scraper.crawler.round.candidates import Find, candidates

FIND = Find("news", 1, now=1_800_000_000.0, due=1_700_000_000.0, linked=True)


def test_each_page_is_remembered_once() -> None:
    """Two links to one page make one address, due when this crawl says, with its host and depth."""
    links = [Link("http://h.example/a?utm_source=x#top"), Link("https://h.example/a"), Link("http://h.example:8080/b")]
    first, second = candidates(links, FIND)
    assert (first.key, first.href, first.host) == ("https://h.example/a", links[0].href.partition("#")[0], "h.example")
    assert (second.source, second.depth, second.due, second.host) == ("news", 1, FIND.due, "h.example")


def test_what_is_no_address_is_left_out() -> None:
    """Addresses that are not fetched are left out."""
    assert candidates([Link("ftp://h.example/"), Link("http://u:p@h.example/"), Link("/relative")], FIND) == []


def test_traps_are_made_of_links() -> None:
    """An address that looks like a trap is left out where a page links to it, and taken where a sitemap names it."""
    trap = [Link("http://h.example/a/b/a/b/a/b/a/b/")]
    assert candidates(trap, FIND) == []
    assert len(candidates(trap, Find("news", 0, FIND.now, FIND.due, linked=False))) == 1


def test_changes_to_come_are_none() -> None:
    """A change that is said to be in the future is not believed."""
    links = [Link("http://h.example/a", lastmod=FIND.now + 9), Link("http://h.example/b", lastmod=FIND.now - 9)]
    assert [found.changed_at for found in candidates(links, FIND)] == [None, FIND.now - 9]
