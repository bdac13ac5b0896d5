"""Tests of candidates from microdata and RDFa."""

from scraper.cleaner.metadata.microdata import candidates
from tests.cleaner.metadata.markup import marks


def found(html: str) -> list[tuple[str, str]]:
    """Return field and value of every candidate."""
    return [(candidate.field.value, candidate.value) for candidate in candidates(marks(html))]


def test_values_come_from_the_attribute_of_the_tag_or_the_text():
    """A time gives its datetime, a meta its content, anything else its text."""
    html = (
        "<div itemscope itemtype='http://schema.org/Article'><h1 itemprop='headline'>Rain</h1>"
        "<time itemprop='datePublished' datetime='2024-05-03'>yesterday</time>"
        "<meta itemprop='author' content='Jane Doe'></div>"
    )
    assert found(html) == [("title", "Rain"), ("published", "2024-05-03"), ("authors", "Jane Doe")]


def test_the_name_inside_an_author_item_is_the_author():
    """Of an author that is an item with other text, the name is taken."""
    html = "<p itemprop='author' itemscope>By <b itemprop='name'>Jane Doe</b>, Rome</p>"
    assert found(html) == [("authors", "Jane Doe")]


def test_rdfa_properties_are_read_too():
    """A property with a prefix is read as microdata is."""
    assert found("<span property='schema:datePublished' content='2024-05-03'>x</span>") == [("published", "2024-05-03")]


def test_comments_and_persons_do_not_speak_for_the_page():
    """Properties of comments and of items aside are no candidates."""
    html = (
        "<div itemscope itemtype='http://schema.org/Comment'><i itemprop='author'>Troll</i></div>"
        "<aside><i itemprop='datePublished' content='2020-01-01'></i></aside>"
    )
    assert found(html) == []


def test_open_graph_metas_are_not_microdata():
    """A meta with a property but no itemprop is left to the meta source."""
    assert found("<meta property='article:author' content='Jane Doe'>") == []
