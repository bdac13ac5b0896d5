"""Which guest comes to which host."""

from collections import Counter

from scraper.corpora.company import Company, are_related
from tests.corpora.hosts import FRENCH, JAPANESE, SPANISH, chance


def test_relatives_are_other_languages_of_a_family() -> None:
    """Two languages of a family are related, a language is not related to itself, nor to one of another family."""
    assert are_related("ru", "uk")
    assert not are_related("ru", "ru")
    assert not are_related("ru", "pt")


def test_related_and_same_languages_come_more_often() -> None:
    """A host draws all languages there are, and those close to its own more often than the others."""
    company, draws = Company([FRENCH, JAPANESE, SPANISH]), chance(1)
    drawn = Counter(guest.language for guest in (company.draw("fr", draws) for _ in range(200)) if guest)
    assert drawn["es"] > drawn["ja"] > 0
    assert drawn["fr"] > drawn["ja"]


def test_without_guests_nobody_comes() -> None:
    """Where there are no guests, none is drawn."""
    assert Company([]).draw("fr", chance(1)) is None
