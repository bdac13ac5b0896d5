"""What of a text is looked at."""

import time

import pytest

from scraper.tagger.clean import LIMIT, clean


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org/a/b?c=d",
        "www.example.org/news",
        "example.co.uk",
        "desk@example.org",
        "[email protected]",
        "[email\xa0protected]",
        "@chirper",
        "#harbour",
    ],
)
def test_addresses_are_dropped(text: str) -> None:
    """Nothing is left of an address, an e-mail, a domain or a handle."""
    assert clean(text).strip() == ""


def test_words_around_an_address_stay() -> None:
    """Only the address goes; the words before and after it stay, in small letters."""
    assert clean("See WWW.EXAMPLE.ORG for More").split() == ["see", "for", "more"]


def test_a_full_stop_without_a_space_is_no_domain_in_cyrillic() -> None:
    """Cyrillic words joined by a full stop are words, not a domain."""
    assert clean("Конец.Начало") == "конец.начало"


def test_letters_are_composed() -> None:
    """A letter and its accent become one character, however they were written."""
    assert clean("Cafe\u0301") == "café"


def test_no_more_than_the_limit_is_looked_at() -> None:
    """A long text is cut, and ten million characters cost no more than a few."""
    begin = time.perf_counter()
    assert len(clean("ab." * 3_000_000)) <= LIMIT
    assert time.perf_counter() - begin < 5
