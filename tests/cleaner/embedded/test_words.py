"""Keys of programs."""

from scraper.cleaner.embedded.words import ASIDE, BODIES, TEXTS, TITLES, is_furniture, plain_key


def test_tables_are_in_plain_spelling() -> None:
    """Every key of the tables is spelt as keys are looked up."""
    keys = [*TEXTS, *BODIES, *ASIDE, *TITLES]
    assert [key for key in keys if plain_key(key) != key] == []


def test_no_key_of_a_body_is_furniture() -> None:
    """No key of the story is at the same time one of the site's own words."""
    assert [key for key in [*TEXTS, *BODIES] if is_furniture(key)] == []
    assert is_furniture(plain_key("Cookie_Banner"))
