"""Tests of the words dates and bylines are read with."""

from scraper.cleaner.metadata.words import BUILT_IN, gather_words, spelling
from scraper.rules.rulebook import load_rulebook


def test_machine_months_are_always_known():
    """English months, which machines write on pages in every language, are known without any lexicon."""
    assert [BUILT_IN.months[name] for name in ("jan", "december")] == [1, 12]


def test_lexicons_add_months_and_bylines():
    """With the lexicons come months by language, and the words before names."""
    words = gather_words(load_rulebook().lexicons)
    assert words.own_months["pl"][spelling("Października")] == 10
    assert spelling("Rédigé par") in words.bylines


def test_full_stops_are_spaces():
    """Abbreviations are looked up without their full stops."""
    assert spelling("Янв.") == "янв"
