"""What elements are called."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.cleaner.features.naming import name_elements, names_of, words_of
from scraper.cleaner.parse import parse


def names(html: str, tag: str) -> tuple[str, ...]:
    """Return the names of the first element with this tag."""
    tree = parse(html)
    return name_elements(tree, [next(tree.find(tag))])[0]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("share-bar", ("share", "bar")),
        ("relatedPosts", ("related", "posts")),
        ("c-RELATED__item2", ("related", "item")),
        ("HTMLBody", ("html", "body")),
        ("x y z", ()),
        ("", ()),
        ("a" * 25, ()),
        ("статья-body", ("body",)),
        ("nav nav NAV", ("nav",)),
    ],
)
def test_words_are_read_in_every_spelling(name: str, words: tuple[str, ...]) -> None:
    """Hyphens, humps, digits and capitals part words; those of one letter, and endless ones, are none."""
    assert words_of(name) == words


def test_neighbouring_words_of_a_name_are_pairs() -> None:
    """Two words of one name make a pair, and two names of one attribute do not."""
    assert names_of("entry-content main-text") == (
        *("entry", "content", "entry+content"),
        *("main", "text", "main+text"),
    )


@given(st.text(st.characters(codec=None)))
def test_any_name_is_read(name: str) -> None:
    """Any text at all, with surrogates or controls, gives few words of small letters, each once."""
    for words in (words_of(name), names_of(name)):
        assert len(words) == len(set(words)) <= 48
        assert all(word.replace("+", "").isascii() and word == word.lower() for word in words)


def test_endless_names_are_cut() -> None:
    """Of fifty words in a class those at the front are read."""
    many = [a + b for a in "abcdefgh" for b in "stuvwxyz"]
    assert words_of(" ".join(many)) == tuple(many[:24])


def test_an_element_goes_by_tag_words_and_what_it_says() -> None:
    """Tag, words of class and id, and the words of role, property and labels, each with where it stands."""
    html = "<div class=top id=mainNav role=navigation itemprop=breadcrumb aria-label='Site menu'><p>x</p></div>"
    assert names(html, "div") == (
        *("<div", "top", "main", "nav", "main+nav", "role=navigation", "itemprop=breadcrumb"),
        *("aria-label=site", "aria-label=menu"),
    )


@pytest.mark.parametrize("attributes", ["", "class", "class id role", "class='' id=''", "style=color:red"])
def test_an_element_without_names(attributes: str) -> None:
    """An element that says nothing of itself goes by its tag."""
    assert names(f"<p {attributes}>x", "p") == ("<p",)


def test_one_entry_an_element_in_order() -> None:
    """Elements come back in the order in which they are asked for."""
    tree = parse("<div class=one><p class=two>x")
    nodes = [next(tree.find("p")), next(tree.find("div"))]
    assert name_elements(tree, nodes) == [("<p", "two"), ("<div", "one")]
