"""Feeds: RSS, Atom, and what stands where one should."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scraper.crawler.discover.feed import read_feed
from scraper.crawler.discover.found import Link, Offers
from tests.crawler.discover.documents import answer, at


def read(text: str | bytes, content_type: str | None = None) -> Offers:
    """Return what a feed offers."""
    return read_feed(answer(text.encode() if isinstance(text, str) else text, content_type))


def rss(*items: str) -> str:
    """Return an RSS feed of entries."""
    inside = "".join(f"<item>{item}</item>" for item in items)
    return f'<?xml version="1.0"?><rss version="2.0"><channel><language>de</language>{inside}</channel></rss>'


ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr" xml:base="https://base.example/dir/">
<title>Journal</title><link rel="self" href="feed.xml"/>
<entry><title>Un</title><id>tag:1</id><link rel="edit" href="/edit/1"/><link href="1.html"/>
 <published>2025-03-01T10:00:00Z</published><updated>2025-03-02T10:00:00+01:00</updated>
 <source><title>Autre</title><id>https://else.example/</id><link href="https://else.example/"/></source></entry>
<entry><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">De<b>ux</b></div></title><id>https://base.example/2</id>
 <updated>2025-03-03T00:00:00Z</updated></entry>
</feed>"""


def test_rss_is_read():
    """An entry gives its link, title, date and the feed's language."""
    item = "<title>Eins</title><link>https://h.org/1</link><pubDate>Sat, 01 Mar 2025 10:00:00 +0100</pubDate>"
    when = at("2025-03-01T09:00:00")
    assert read(rss(item)) == Offers((Link("https://h.org/1", when, "Eins", when, "de"),))


def test_atom_is_read():
    """The alternate link counts, relative to xml:base; an id that is an address stands in for one; update dates win."""
    first, second = read(ATOM).links
    assert first == Link(
        "https://base.example/dir/1.html", at("2025-03-02T09:00:00"), "Un", at("2025-03-01T10:00:00"), "fr"
    )
    assert (second.href, second.title) == ("https://base.example/2", "Deux")
    assert (second.lastmod, second.published) == (at("2025-03-03T00:00:00"), None)


def test_rdf_is_read():
    """RSS 1.0 keeps its entries beside the channel."""
    text = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
     xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>c</title></channel>
     <item><title>i</title><link>https://h.org/1</link><dc:date>2025-03-01T00:00:00Z</dc:date></item></rdf:RDF>"""
    assert [(link.href, link.lastmod) for link in read(text).links] == [("https://h.org/1", at("2025-03-01T00:00:00"))]


@pytest.mark.parametrize(
    ("item", "href"),
    [
        (
            "<link>https://proxy.org/~r/x</link><feedburner:origLink>https://h.org/1</feedburner:origLink>",
            "https://h.org/1",
        ),
        ("<guid>https://h.org/g</guid>", "https://h.org/g"),
        ('<guid isPermaLink="false">https://h.org/g</guid><link>https://h.org/1</link>', "https://h.org/1"),
        ("<link>/rel/1</link>", "https://example.org/rel/1"),
        ("<link> \n https://h.org/1?a=1&amp;b=2 \n</link>", "https://h.org/1?a=1&b=2"),
        ("<link><![CDATA[https://h.org/1?a=1&b=2]]></link>", "https://h.org/1?a=1&b=2"),
    ],
)
def test_the_address_of_an_entry_is_found_where_it_stands(item, href):
    """The original address behind a proxy comes first, then the link, then a name that is an address."""
    text = rss(item).replace("<rss ", '<rss xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0" ')
    assert [link.href for link in read(text).links] == [href]


def test_entries_without_an_address_are_no_links():
    """An entry that names no page is left out, and the others stay."""
    assert [link.href for link in read(rss("<title>x</title>", "<link>https://h.org/1</link>")).links] == [
        "https://h.org/1"
    ]


@pytest.mark.parametrize(
    ("broken", "links"),
    [
        (rss("<title>A & B</title><link>https://h.org/1?a=1&b=2</link>", "<link>https://h.org/2</link>"), 2),
        (rss("<title>&nbsp;&eacute;</title><link>https://h.org/1</link>"), 1),
        (rss("<title>\x0b</title><link>https://h.org/1</link>"), 1),
        (rss("<link>https://h.org/1</link>", "<link>https://h.org/2</link>")[:-40], 1),
        (rss("<title><b>x</title><link>https://h.org/1</link>", "<link>https://h.org/2</link>"), 2),
        ("\n\n <!-- c -->" + rss("<link>https://h.org/1</link>"), 1),
    ],
)
def test_broken_feeds_give_what_can_be_had(broken, links):
    """Bare ampersands, foreign names of characters, control characters, cuts and crossed tags cost little."""
    offers = read(broken)
    assert len(offers.links) >= links
    assert all(link.href.startswith("https://h.org/") for link in offers.links)
    assert len(offers.findings) <= 1


def test_encodings_are_those_of_the_document():
    """A declared encoding, a header and a byte order mark are believed."""
    text = rss("<title>Привет</title><link>https://h.org/1</link>")
    declared = text.replace('version="1.0"', 'version="1.0" encoding="windows-1251"', 1)
    assert read(declared.encode("windows-1251")).links[0].title == "Привет"
    assert read(text.encode("koi8-r"), "text/xml; charset=koi8-r").links[0].title == "Привет"
    assert read(text.encode("utf-16")).links[0].title == "Привет"


def test_codecs_that_are_no_encodings_are_not_used():
    """A feed that claims to be in Punycode is read as what it is."""
    text = rss("<link>https://h.org/1</link>").replace('"1.0"?', '"1.0" encoding="punycode"?')
    assert len(read(text).links) == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "no feed"),
        ("plain words", "no feed: not well-formed XML"),
        ("<html><body><p>hello</p></body></html>", "no feed: its outermost element is 'html'"),
        ("<urlset></urlset>", "no feed: its outermost element is 'urlset'"),
    ],
)
def test_what_is_no_feed_is_told(text, words):
    """Something else in its place is a finding and no error."""
    offers = read(text)
    assert offers.links == ()
    assert offers.findings[0].startswith(words)


def laughs() -> str:
    """Return a feed of a thousand characters that would become ten thousand million."""
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    return f'<!DOCTYPE r [<!ENTITY e0 "lol">{entities}]>' + rss("<title>&e9;</title><link>https://h.org/1</link>")[21:]


@pytest.mark.parametrize(
    "hostile",
    [
        laughs(),
        '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item><title>&x;</title></item></channel></rss>',
        "<rss><channel>" + "<a>" * 300_000,
        "<rss><channel>" + "<item>" * 300_000,
        "<rss><channel><title>" + "&" * 400_000,
        "<rss><channel>" + "<item><title>" + "&x;" * 150_000,
        "<rss><channel>" + "<![CDATA[" * 50_000,
        "<rss><channel>" + "<!ENTITY\n" * 50_000,
        "<rss><channel>" + "\n" * 400_000 + "<a",
        "<rss><channel><item " + " ".join(f"a{n}='x'" for n in range(200_000)) + "/></channel></rss>",
        "<rss><channel><item>" + "<link>x</link>" * 50_000 + "</item></channel></rss>",
        "<rss><channel>" + "<title>x</title>" * 50_000 + "</channel></rss>",
    ],
    ids="laughs file depth items ampersands references cdata entities blanks attributes links titles".split(),
)
def test_hostile_feeds_are_over_soon(hostile):
    """Whatever a feed does to its parser, it is done with in seconds, and no file or entity is brought in."""
    start = time.process_time()
    offers = read(hostile)
    assert time.process_time() - start < 30
    assert all("root:" not in (link.title or "") and len(link.title or "") < 5000 for link in offers.links)


PIECES = st.sampled_from(
    """<item> </item> <link> </link> https://h.org/1 <entry> </entry> & &nbsp; <![CDATA[ ]]> <title> <!-- --> <?x ?>
    <link&#32;href='x'/> <updated> 2025-01-01 http://[::1 \x00 é < <a:link&#32;xmlns:a='u'> <guid> <!DOCTYPE&#32;x>
    <media:content&#32;url='//['/> <georss:point>1</georss:point> <georss:point> <itunes:image> <enclosure>""".split()
).map(lambda piece: piece.replace("&#32;", " "))


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(["<rss><channel>", "<feed>", "<rdf:RDF>", ""]), st.lists(PIECES, max_size=25))
def test_no_rubble_breaks_it(start, pieces):
    """Pieces of feeds in any order give links or findings, never an error."""
    offers = read(start + "".join(pieces))
    assert all(link.href for link in offers.links)
