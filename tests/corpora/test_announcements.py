"""Phrases of the lexicons as they are written."""

from scraper.corpora.announcements import announcements
from scraper.rules.rulebook import load_rulebook


def test_every_lexicon_announces() -> None:
    """Every language with a lexicon has phrases of each of the three sorts."""
    found = announcements()
    assert set(found) == {lexicon.tag for lexicon in load_rulebook().lexicons}
    assert all(row.related and row.read_more and row.share for row in found.values())


def test_phrases_are_for_readers() -> None:
    """Capitals and accents are kept, and no phrase is a sentence or has a number."""
    found = announcements()
    assert "Σχετικά άρθρα" in found["el"].related
    assert all(
        len(phrase) <= 40 and not any(map(str.isdigit, phrase)) for row in found.values() for phrase in row.share
    )
