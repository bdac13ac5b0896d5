"""Names of people."""

import pytest

from scraper.tagger.naming import given_names, people


@pytest.mark.parametrize(
    "text",
    [
        "Lisa Marlow",
        "Daniel N. Quill",
        "Jean-Pierre Duval",
        "Anna van der Berg",
        "Katarzyna Nowak, Tomasz Lis",
        "Наталья Орлова",
        "Fatma Yıldız 12.04.2023",
        "MICHAEL STEVENS",
    ],
)
def test_rows_of_names_are_found(text: str) -> None:
    """A given name with surnames, or several of them, is people, with initials, particles and dates."""
    assert people(text)


@pytest.mark.parametrize(
    "text", ["Lisa", "By Lisa Marlow", "Lisa wins again", "Lisa Marlow 4 April 2025", "About Us", "Jan 15, 2024", ""]
)
def test_other_texts_are_not_names(text: str) -> None:
    """A single word, a sentence, a byline with a word of its language and a menu label are no bare names."""
    assert not people(text)


def test_given_names_are_case_folded_words() -> None:
    """The list holds folded single words and no comment."""
    assert len(given_names()) > 1000
    assert all(name == name.casefold() and "#" not in name for name in given_names())


def test_capitals_alone_make_no_name() -> None:
    """In capitals both names must be known, because headings in capitals look like names."""
    assert people("THOMAS MÜLLER")
    assert not people("THOMAS KÜCHE")
    assert people("Thomas Küche")
