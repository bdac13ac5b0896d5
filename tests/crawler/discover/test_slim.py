"""A feed reduced to what addresses are found by."""

from scraper.crawler.discover.slim import DEEPEST, LONGEST_TEXT, MOST_ENTRIES, MOST_LEAVES, Slim, mended


def rss(inside: str) -> str:
    """Return a feed around some markup."""
    return f'<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>{inside}</channel></rss>'


def test_only_what_is_needed_is_left():
    """Links, names, dates and titles stay with their attributes, and articles and unknown elements go."""
    other = "<description>long</description><x><link>no</link></x>"
    entry = f"<item><title>T &amp; U</title><dc:date>2025</dc:date>{other}</item>"
    slim = Slim(rss(f"<image><title>no</title></image>{entry}"))
    assert slim.text == rss("<item><title>T &amp; U</title><dc:date>2025</dc:date></item>")
    assert (slim.finding, slim.entries, slim.root) == ("", 1, "rss")


def test_markup_inside_a_title_is_text():
    """Of a title in XHTML its words are left."""
    assert "<title>a b</title>" in Slim(rss("<title>a <b>b</b></title>")).text


def test_an_entry_that_breaks_off_is_taken_back():
    """A feed that is cut ends after its last whole entry, and is well-formed."""
    slim = Slim(rss("<item><link>https://h.org/1</link></item><item><link>https://h.or")[:-20])
    assert slim.text == rss("<item><link>https://h.org/1</link></item>")
    assert "not well-formed XML" in slim.finding
    assert not slim.refused


def test_entities_are_refused_before_they_are_used():
    """A document that declares an entity is not read on."""
    slim = Slim('<!DOCTYPE x [<!ENTITY a "aaaa">]>' + rss("<title>&a;</title>"))
    assert (slim.text, slim.refused) == ("", True)
    assert "entities" in slim.finding


def test_a_document_type_alone_does_no_harm():
    """Old feeds name a document type, which is neither loaded nor a reason to refuse them."""
    slim = Slim('<!DOCTYPE rss PUBLIC "-//N//DTD RSS 0.91//EN" "http://h.org/rss.dtd">' + rss("<item></item>"))
    assert (slim.entries, slim.finding) == (1, "")


def test_bounds_hold():
    """Depth, entries, fields of an entry and their length are bounded, each with words on it or silently cut."""
    assert "inside one another" in Slim(rss("<a>" * DEEPEST)).finding
    many = Slim(rss("<item></item>" * (MOST_ENTRIES + 1)))
    assert (many.entries, many.refused) == (MOST_ENTRIES, True)
    assert Slim(rss("<item>" + "<link>x</link>" * 1000 + "</item>")).text.count("<link>") == MOST_LEAVES
    assert len(Slim(rss("<title>" + "x" * 10_000 + "</title>")).text) < LONGEST_TEXT + 200
    assert len(Slim(rss(f'<link href="{"x" * 10_000}"/>')).text) < 200
    assert Slim("<rss " + "x" * 600_000).refused


def test_common_breaks_are_mended():
    """Bare ampersands, names of HTML's characters and control characters are put right; references of XML stay."""
    assert (
        mended("a & b &nbsp;&lt; &nosuch; &#233;\x00&eacute;&copy")
        == "a &amp; b \xa0&lt; &amp;nosuch; &#233;é&amp;copy"
    )
    assert mended("&ltdot;") == "⋖"
    assert mended("&NewLine;&AMP;") == "\n&amp;"
