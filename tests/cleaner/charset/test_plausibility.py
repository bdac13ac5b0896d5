"""What readings cost."""

import pytest

from scraper.cleaner.charset.plausibility import cost
from scraper.cleaner.charset.profiles import EVERY
from tests.cleaner.charset.sentences import SENTENCES


@pytest.mark.parametrize("language", SENTENCES)
def test_language_is_cheaper_than_its_mojibake(language: str):
    """Sentences cost less than what the same bytes give in a wrong encoding."""
    text = SENTENCES[language]
    assert cost(text, EVERY) < cost(text.encode().decode("cp1252", "replace"), EVERY)


@pytest.mark.parametrize(
    ("likely", "unlikely"), [("слово", "слОВо"), ("слово", "слoвo"), ("été", "ét¶"), ("中国", "璺鐭")]
)
def test_odd_neighbours_cost(likely: str, unlikely: str):
    """Capitals after small letters, mixed alphabets, symbols in words and rare characters cost extra."""
    assert cost(likely, EVERY) < cost(unlikely, EVERY)


def test_nothing_costs_nothing():
    """No text costs no bits."""
    assert cost("", EVERY) == 0
