"""Which canonical addresses are believed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.addresses.canonical import plausible
from scraper.addresses.key import dedup_key
from scraper.addresses.vetting import vet


@pytest.mark.parametrize(
    ("page", "canonical"),
    [
        ("https://h.com/story/7-title?ref=home", "https://h.com/story/7-title"),
        ("https://h.com/story?ref=home", "https://h.com/story"),
        ("https://m.h.com/story", "https://www.h.com/story"),
        ("https://amp.h.co.uk/story", "https://h.co.uk/story"),
        ("https://h.com/story/amp/", "https://h.com/story/"),
        ("https://h.com/story/index.html", "https://h.com/story"),
        ("https://h.com/story.amp.html", "https://h.com/story.html"),
        ("https://h.com/?p=7", "https://h.com/2024/title"),
        ("https://h.com/index.php?id=7", "https://h.com/7"),
        ("https://h.com/news/12345", "https://h.com/news/12345-title"),
        ("https://h.com/2024/05/03", "https://h.com/2024/05/03/title"),
        ("https://h.com/list?page=1", "https://h.com/list"),
        ("https://h.com/list?page=3&sort=up", "https://h.com/list?page=3"),
        ("https://h-com.cdn.ampproject.org/c/s/h.com/story", "https://h.com/story"),
        ("http://127.0.0.1:81/a", "http://127.0.0.1:81/b"),
        ("http://h.com./a", "http://www.h.com/b"),
    ],
)
def test_canonical_addresses_that_are_believed(page, canonical):
    """Other forms of a page, other hosts of its site, and AMP caches name the address to remember."""
    assert plausible(page, canonical) == canonical


@pytest.mark.parametrize(
    ("page", "canonical"),
    [
        ("https://h.com/news/story", "https://h.com/"),
        ("https://h.com/news/story", "/"),
        ("https://h.com/news/story", "https://www.h.com"),
        ("https://h.com/news/story", "https://h.com/news"),
        ("https://h.com/?p=7", "https://h.com/"),
        ("https://h.com/index.php?id=7", "https://h.com/index.php"),
        ("https://h.com/show?articleId=7", "https://h.com/show"),
        ("https://h.com/search?q=word", "https://h.com/search"),
        ("https://h.com/list?page=2", "https://h.com/list"),
        ("https://h.com/list?page=2", "https://h.com/list?page=1"),
        ("https://h.com/list/page/2/", "https://h.com/list/page/1/"),
        ("https://h.com/story/2", "https://h.com/story"),
        ("https://h.com/story/2", "https://h.com/story/1"),
        ("https://h.com/story-2.html", "https://h.com/story.html"),
        ("https://h.com/a", "https://other.com/a"),
        ("https://a.co.uk/a", "https://b.co.uk/a"),
        ("https://h.com:8443/a", "https://www.h.com/b"),
        ("http://127.0.0.1/a", "http://127.0.0.2/a"),
        ("https://h.com/a", "https://user:pw@h.com/b"),
        ("https://h.com/a", "https://h.com:22/b"),
        ("https://h.com/a", "javascript:alert(1)"),
        ("https://h.com/a", "https://[/"),
        ("https://h.com/a", ""),
        ("https://h.com/a", "#top"),
        ("https://h.com/a?utm_source=x", "http://h.com/a"),
    ],
)
def test_canonical_addresses_that_are_not_believed(page, canonical):
    """Homes and sections, other pages of a row, lost parameters, other sites, and the page itself change nothing."""
    assert plausible(page, canonical) is None


@given(
    st.text("ab/12?=&page.-_", max_size=20),
    st.one_of(st.text(max_size=20), st.text("ab/12?=&page.-_", max_size=20).map("https://m.h.com/".__add__)),
)
def test_what_is_believed_is_an_address_of_another_key(path, canonical):
    """Any text is judged, and what comes back can be fetched and is not the page under its own key."""
    page = f"https://h.com/{path}"
    found = plausible(page, canonical)
    if found is not None:
        assert vet(found).document == found
        assert dedup_key(found) != dedup_key(page)
        assert plausible(found, found) is None
