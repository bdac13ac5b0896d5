"""By what a repeated text is known."""

from scraper.cleaner.repeats import text_hash


def test_spaces_do_not_count() -> None:
    """Texts of the same words have the same hash of 64 bits, others another."""
    assert text_hash("Read  also:\n this") == text_hash(" Read also: this")
    assert text_hash("Read also: that") != text_hash("Read also: this")
    assert 0 <= text_hash("\ud800") < 1 << 64
