"""What trafilatura makes of a page."""

from scraper.cleaner.second_opinion import describe, extract

WORDS = "The river rose by two metres in the night, and the bridge was closed before dawn. " * 4
PAGE = f"""<html><head><title>River rises | The Example</title><meta name="author" content="Ada Lum; Bo Ek">
<meta property="article:published_time" content="2024-05-01T10:00:00Z"></head>
<body><article><h1>River rises</h1><p>{WORDS}</p></article><div id="comments"><p>First comment here.</p></div></body>"""


def test_story_without_comments() -> None:
    """The main text is given back and readers' comments are not."""
    text = extract(PAGE)
    assert "bridge was closed" in text
    assert "First comment" not in text


def test_nothing_found_is_the_empty_string() -> None:
    """A page without a story gives the empty string, as text and as bytes."""
    assert extract("") == ""
    assert extract(b"<html><body></body></html>") == ""


def test_asking_twice_gives_the_same() -> None:
    """No state is kept: the second answer about the same page is the first."""
    assert [extract(PAGE) for _ in range(4)] == [extract(PAGE)] * 4


def test_description_names_its_source() -> None:
    """Authors, date and title are read, and every value that is there says that it came from trafilatura."""
    found = describe(PAGE.encode(), "https://example.org/a")
    assert (found.title, found.authors, found.published) == ("River rises", ("Ada Lum", "Bo Ek"), "2024-05-01")
    assert set(found.because.values()) == {"trafilatura"}
    assert "modified" not in found.because


def test_page_without_description() -> None:
    """A page that says nothing of itself gives a description without values."""
    found = describe("<html><body><p>x</p></body></html>", None)
    assert (found.title, found.authors, dict(found.because)) == (None, (), {})
