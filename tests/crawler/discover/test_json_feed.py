"""JSON Feed."""

import json

import pytest

from scraper.crawler.discover.feed import read_feed
from scraper.crawler.discover.found import Link
from scraper.crawler.discover.json_feed import is_json, read_json_feed
from tests.crawler.discover.documents import answer, at

VERSION = "https://jsonfeed.org/version/1.1"


def feed(*items: object, **more: object) -> str:
    """Return a JSON Feed of items."""
    return json.dumps({"version": VERSION, "title": "t", "items": list(items), **more})


def test_items_are_read():
    """An item gives its address, title, dates and language."""
    item = {"id": "1", "url": "https://h.org/1", "title": " T ", "date_published": "2025-03-01T10:00:00+01:00"}
    offers = read_json_feed(feed({**item, "date_modified": "2025-03-02T00:00:00Z"}, language="de"))
    expected = Link("https://h.org/1", at("2025-03-02T00:00:00"), "T", at("2025-03-01T09:00:00"), "de")
    assert offers.links == (expected,)
    assert offers.findings == ()


@pytest.mark.parametrize(
    ("item", "href"),
    [
        ({"url": "a", "external_url": "b"}, "a"),
        ({"external_url": "b", "id": "https://h.org/c"}, "b"),
        ({"id": "https://h.org/c"}, "https://h.org/c"),
        ({"url": 3, "id": "c"}, None),
        ({"url": "  "}, None),
        ("no table", None),
    ],
)
def test_the_address_is_found_where_it_stands(item, href):
    """The item's own page comes before the page it is about, and a name that is an address comes last."""
    assert [link.href for link in read_json_feed(feed(item)).links] == ([href] if href else [])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "no JSON that can be read"),
        ("[" * 100_000, "no JSON that can be read"),
        ('{"version": ' + "9" * 5000 + "}", "no JSON that can be read"),
        ("[]", "JSON, but no JSON Feed"),
        ('{"items": []}', "JSON, but no JSON Feed"),
        (json.dumps({"version": VERSION, "items": {}}), "a JSON Feed without items"),
        (feed(*[{}] * 10_001), "more than 10000 items"),
    ],
)
def test_what_is_wrong_is_told(text, words):
    """Bad input is a finding in words."""
    assert read_json_feed(text).findings[0].startswith(words)


def test_a_feed_of_json_is_told_by_its_beginning():
    """A source of kind feed takes JSON Feed too, byte order mark and blanks included."""
    assert is_json("{")
    assert not is_json("<rss>")
    assert read_feed(answer(b"\xef\xbb\xbf \n" + feed({"url": "https://h.org/1"}).encode())).links == (
        Link("https://h.org/1"),
    )
