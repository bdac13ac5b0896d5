"""Languages by their own names."""

import pytest

from scraper.tagger import tag
from scraper.tagger.autonyms import BY_NAME, NAMES, named


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Español", "es"),
        ("ENGLISH (UK)", "en"),
        ("Português - Brasil", "pt"),
        ("Kreyòl ayisyen", "ht"),
        ("日本語", "ja"),
    ],
)
def test_a_language_is_known_by_its_own_name(text: str, language: str) -> None:
    """A language's own name has that language, a region behind it or not."""
    assert named(text) == language


@pytest.mark.parametrize("text", ["", "German", "English is spoken here", "x" * 10_000])
def test_other_texts_are_no_names(text: str) -> None:
    """What is not a language's own name names none."""
    assert named(text) is None


def test_no_name_has_two_languages() -> None:
    """Every name stands under one tag only."""
    assert len(BY_NAME) == sum(len({name.casefold() for name in names.split(",")}) for names in NAMES.values())


def test_switchers_have_all_languages() -> None:
    """On an English page the entries of a language switcher have the languages that they name."""
    page = ["The council voted on Tuesday to reopen the old harbour railway for passengers.", "Deutsch", "Türkçe"]
    assert [found.tag for found in tag(page, "en")] == ["en", "de", "tr"]
