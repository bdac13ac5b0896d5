"""Where a text stands."""

from scraper.cleaner.parse import parse
from scraper.cleaner.places import Places
from scraper.model.segment import Kind


def test_place_is_path_and_kind() -> None:
    """A place names the element and what its markup makes of the text inside."""
    tree = parse("<ul><li>a</li><li><b>b</b></li></ul>")
    assert Places(tree).place(tree.tags.index("b")) == ("html > body > ul > li:nth-of-type(2) > b", Kind.LIST_ITEM)


def test_order_of_questions_changes_nothing() -> None:
    """The places of a page are the same whichever is asked for first."""
    tree = parse("<blockquote><div><p>a</p><h2 role=heading>b</h2></div></blockquote><p role=button>c</p>")
    nodes = [node for node, tag in enumerate(tree.tags) if tag != "#text"]
    forwards, backwards = Places(tree), Places(tree)
    assert [forwards.place(n) for n in nodes] == [backwards.place(n) for n in reversed(nodes)][::-1]
