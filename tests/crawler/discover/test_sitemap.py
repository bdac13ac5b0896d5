"""Sitemaps: sets, indexes, news, plain text, compressed or not."""

import gzip
import time
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scraper.crawler.discover.found import Link
from scraper.crawler.discover.sitemap import DEEPEST, MOST_BYTES, MOST_LINKS, inflated, is_feed, read_sitemap
from tests.crawler.discover.documents import at

NEWS = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
 xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc> https://h.org/1?a=1&amp;b=2 </loc>
 <news:news><news:publication><news:name>N</news:name><news:language>de</news:language></news:publication>
 <news:publication_date>2025-03-01T10:00:00+01:00</news:publication_date><news:title>T</news:title></news:news>
 <image:image><image:loc>https://h.org/1.jpg</image:loc><image:title>no</image:title></image:image></url>
<url><image:image><image:loc>https://h.org/2.jpg</image:loc></image:image><loc>https://h.org/2</loc>
 <lastmod>2025-03</lastmod><priority>0.5</priority></url>
<url><lastmod>2025-03-01</lastmod></url>
</urlset>"""


def urlset(*urls: str) -> str:
    """Return a sitemap of addresses."""
    return f"<urlset>{''.join(f'<url><loc>{url}</loc></url>' for url in urls)}</urlset>"


def hrefs(body: str | bytes) -> list[str]:
    """Return the addresses a sitemap offers."""
    return [link.href for link in read_sitemap(body.encode() if isinstance(body, str) else body).links]


def test_pages_and_news_are_read():
    """Addresses come with dates, titles and languages; those of images are not pages; entries without one are none."""
    published = at("2025-03-01T09:00:00")
    assert read_sitemap(NEWS.encode()).links == (
        Link("https://h.org/1?a=1&b=2", published, "T", published, "de"),
        Link("https://h.org/2", at("2025-03-01T00:00:00")),
    )
    assert read_sitemap(NEWS.encode()).findings == ()


def test_indexes_name_further_sitemaps():
    """What an index names is to be read and no page."""
    text = "<sitemapindex><sitemap><loc>https://h.org/a.xml</loc><lastmod>2025-03-01</lastmod></sitemap></sitemapindex>"
    offers = read_sitemap(text.encode())
    assert offers.sources == (Link("https://h.org/a.xml", at("2025-03-01T00:00:00")),)
    assert offers.links == ()


@pytest.mark.parametrize(
    "body",
    [
        b"\xef\xbb\xbf" + urlset("https://h.org/1").encode(),
        b"\n\n<?xml version='1.0'?>" + urlset("https://h.org/1").encode(),
        urlset("https://h.org/1").encode("utf-16"),
        b"<?xml version='1.0' encoding='iso-8859-1'?>" + urlset("https://h.org/1").encode(),
        urlset("https://h.org/1").replace("urlset>", "sm:urlset>").replace("url>", "sm:url>").encode(),
        b"https://h.org/1\r\n\r\n",
        b"\xef\xbb\xbfhttps://h.org/1",
        gzip.compress(urlset("https://h.org/1").encode()),
        gzip.compress(b"https://h.org/1\n"),
        gzip.compress(urlset("https://h.org/1")[:20].encode()) + gzip.compress(urlset("https://h.org/1")[20:].encode()),
        gzip.compress(urlset("https://h.org/1").encode()) + b"rubbish",
    ],
    ids="mark blanks utf-16 latin-1 prefixes text marked-text gzip gzip-text gzip-parts gzip-rubbish".split(),
)
def test_all_dresses_of_a_sitemap_are_known(body):
    """Marks, blanks, encodings, prefixes, plain text and compression in any number of parts change nothing."""
    offers = read_sitemap(body)
    assert [link.href for link in offers.links] == ["https://h.org/1"]
    assert offers.findings == ()


def test_bare_ampersands_cost_nothing():
    """The commonest mistake in real files is put right."""
    assert hrefs(urlset("https://h.org/?a=1&b=2", "https://h.org/2")) == ["https://h.org/?a=1&b=2", "https://h.org/2"]


def test_what_stands_before_a_break_is_found():
    """A file that breaks off gives its whole entries and says where it broke."""
    offers = read_sitemap(urlset("https://h.org/1", "https://h.org/2")[:-25].encode())
    assert [link.href for link in offers.links] == ["https://h.org/1"]
    assert "not well-formed XML at line 1" in offers.findings[0]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"", "no sitemap: neither XML nor addresses"),
        (b"hello\nworld", "no sitemap: neither XML nor addresses"),
        (b"\x00\x01\x02" * 100, "no sitemap: neither XML nor addresses"),
        (b"<html><body/></html>", "no sitemap: its outermost element is 'html'"),
        (b"<!DOCTYPE html><html></html>", "a document type stands where a sitemap has none"),
        (b'<!DOCTYPE x [<!ENTITY a "b">]><urlset/>', "a document type stands where a sitemap has none"),
        (b"<urlset>" + b"<url>" * (DEEPEST + 1), f"more than {DEEPEST} elements inside one another"),
        (b"<?xml version='1.0' encoding='nosuch'?><urlset/>", ""),
        (b"<urlset><url " + b"a='b' " * 100_000, "a tag or a text of half a million characters"),
        (gzip.compress(NEWS.encode(), mtime=0)[:-200], "the compressed sitemap is cut short"),
        (gzip.compress(b"x" * 100, mtime=0)[:10] + b"\x07" * 50, "the compressed sitemap is damaged"),
    ],
    ids="empty words binary html doctype entities deep encoding endless cut damaged".split(),
)
def test_what_is_wrong_is_told(body, words):
    """Whatever else stands there is a finding in words."""
    findings = read_sitemap(body).findings
    assert any(words in finding for finding in findings), findings


def test_no_more_than_the_protocol_allows_is_read():
    """Fifty thousand addresses are the most, as XML and as text."""
    many = [f"https://h.org/{number}" for number in range(MOST_LINKS + 5)]
    for body in (urlset(*many), "\n".join(many)):
        offers = read_sitemap(body.encode())
        assert len(offers.links) == MOST_LINKS
        assert "more than 50000 addresses" in offers.findings[0]


def test_bombs_are_inflated_up_to_the_bound():
    """Sixty megabytes of nothing in a small file are inflated to fifty and no further."""
    packer = zlib.compressobj(9, wbits=31)
    bomb = b"".join(packer.compress(bytes(1 << 20)) for _ in range(60)) + packer.flush()
    start = time.process_time()
    body, findings = inflated(bomb)
    assert len(body) == MOST_BYTES
    assert "larger than" in findings[0]
    assert time.process_time() - start < 10


def test_feeds_in_the_place_of_sitemaps_are_told():
    """The protocol lets a feed stand in for a sitemap."""
    assert is_feed(b"<?xml version='1.0'?><rss version='2.0'><channel>" + b"<item/>" * 20_000)
    assert is_feed(gzip.compress(b"<feed xmlns='http://www.w3.org/2005/Atom'></feed>"))
    assert not is_feed(NEWS.encode())
    assert not is_feed(b"https://h.org/")


PIECES = st.sampled_from(
    ["<url>", "</url>", "<loc>", "</loc>", "https://h.org/1", "&", "&amp;", "<![CDATA[", "]]>", "<lastmod>", "2025"]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=20), st.booleans())
def test_no_rubble_breaks_it(pieces, packed):
    """Pieces of sitemaps in any order give links or findings, never an error."""
    body = ("<urlset>" + "".join(pieces)).encode()
    offers = read_sitemap(gzip.compress(body)[:-3] if packed else body)
    assert all(link.href for link in offers.links)
    assert offers.findings


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=200))
def test_no_bytes_break_it(body):
    """Any bytes give an answer, compressed ones as well."""
    read_sitemap(body)
    read_sitemap(b"\x1f\x8b\x08" + body)
