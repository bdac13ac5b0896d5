"""Tests of candidates from links."""

from scraper.cleaner.metadata.links import base, candidates
from tests.cleaner.metadata.markup import marks


def found(html: str) -> list[tuple[str, str]]:
    """Return key and value of every candidate."""
    return [(candidate.key, candidate.value) for candidate in candidates(marks(html))]


def test_canonical_licence_and_author_are_read():
    """Links say the page's address and licence, and whom they call the author."""
    html = (
        "<link rel='canonical' href='/a'><a rel='license' href='https://cc.example/by'>CC</a>"
        "<a rel='nofollow author' href='/jane'>Jane Doe</a><a href='/author/john'>John Roe</a>"
    )
    assert found(html) == [
        ("rel=canonical", "/a"),
        ("rel=license", "https://cc.example/by"),
        ("rel=author", "Jane Doe"),
        ("href=author", "John Roe"),
    ]


def test_authors_of_other_stories_are_left_out():
    """An author's link in a list of related stories is no candidate."""
    assert found("<div class='related'><a rel='author' href='/x'>Jane Doe</a></div>") == []


def test_base_element_moves_relative_addresses():
    """What addresses are relative to is the base element, itself relative to the page; a broken one is ignored."""
    assert base(marks("<base href='/deep/'>"), "https://a.example/x") == "https://a.example/deep/"
    assert base(marks("<base href='http://[broken'>"), "https://a.example/x") == "https://a.example/x"
    assert base(marks(""), None) is None
