"""Tests of candidates from JSON-LD."""

import json

from hypothesis import given
from hypothesis import strategies as st

from scraper.cleaner.metadata.jsonld import candidates

ADDRESS = "https://news.example/rain"


def values(document: object, address: str | None = ADDRESS) -> dict[str, list[str]]:
    """Return the values by key."""
    found: dict[str, list[str]] = {}
    for candidate in candidates([json.dumps(document)], address):
        found.setdefault(candidate.key, []).append(candidate.value)
    return found


def test_an_article_in_a_graph_is_read_and_references_are_followed():
    """Of a graph, the article speaks for the page, and its author may stand elsewhere in the graph."""
    graph = [
        {"@type": "Person", "@id": "#jane", "name": "Jane Doe"},
        {"@type": ["NewsArticle"], "headline": "Rain", "author": {"@id": "#jane"}, "keywords": ["a", "b"]},
    ]
    found = values({"@graph": graph})
    assert (found["story.headline"], found["story.author"], found["story.keywords"]) == (
        ["Rain"],
        ["Jane Doe"],
        ["a", "b"],
    )


def test_the_article_that_names_the_page_wins_over_earlier_ones():
    """Of several articles, the one whose address is the page's is read."""
    teaser = {"@type": "Article", "headline": "Teaser", "url": "https://news.example/sun"}
    own = {"@type": "Article", "headline": "Rain", "mainEntityOfPage": {"@id": "http://www.news.example/rain/"}}
    assert values([teaser, own])["story.headline"] == ["Rain"]


def test_teasers_in_lists_and_comments_do_not_speak_for_the_page():
    """Articles below item lists and comments are not candidates."""
    page = {
        "@type": "WebPage",
        "name": "Front",
        "itemListElement": [{"@type": "Article", "headline": "Teaser"}],
        "comment": {"@type": "Comment", "headline": "No", "datePublished": "2020-01-01"},
    }
    assert values(page) == {"page.name": ["Front"]}


def test_pictures_and_licences_are_given_by_their_addresses():
    """Objects for pictures give their url, a list of them its members in order."""
    article = {"@type": "BlogPosting", "image": [{"@type": "ImageObject", "url": "/a.jpg"}, "/b.jpg"]}
    assert values(article)["story.image"] == ["/a.jpg", "/b.jpg"]


def test_a_job_is_no_story():
    """A job posting is not read as a story although its type ends like a blog's."""
    assert values({"@type": "JobPosting", "name": "Cook"}) == {}


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner)
        | st.dictionaries(
            st.sampled_from(["@type", "@id", "@graph", "name", "headline", "author", "url", "image", "keywords"]), inner
        )
    ),
)


@given(JSON)
def test_no_document_raises(document):
    """Whatever the document holds, in whatever place, reading it does not raise."""
    values([{"@type": "Article", "author": document, "headline": document}, document])
