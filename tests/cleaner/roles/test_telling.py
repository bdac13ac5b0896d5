"""Tables of what names and elements speak for."""

import pytest

from scraper.cleaner.features.naming import words_of
from scraper.cleaner.roles.telling import ARIA, PHRASES, PROPERTIES, TAGS, WORDS
from scraper.model.lexicon import Category
from scraper.model.segment import Role


@pytest.mark.parametrize("word", sorted(WORDS))
def test_every_word_can_be_found(word: str) -> None:
    """Each word of the table is in the form in which names are cut, so that none is dead."""
    assert words_of(word) == (word,)


@pytest.mark.parametrize("table", [TAGS, ARIA, PROPERTIES], ids=["tags", "aria", "properties"])
def test_every_name_speaks_for_a_role(table: dict[str, tuple[tuple[Role, float], ...]]) -> None:
    """Each row names each role once, speaks for one at least, and is spelt in small letters as it is looked up."""
    for name, votes in table.items():
        assert name == name.lower()
        assert len({role for role, _ in votes}) == len(votes)
        assert max(weight for _, weight in votes) > 0


def test_words_speak_for_roles() -> None:
    """Every word of the table speaks for its role, and every role has a word."""
    assert min(weight for _, weight in WORDS.values()) > 0
    assert {role for role, _ in WORDS.values()} == set(Role)


def test_every_category_has_a_role() -> None:
    """No category of the lexicons is left without a role."""
    assert set(PHRASES) == set(Category)
