"""Tests of the table of ranks."""

from scraper.cleaner.metadata.candidate import Field
from scraper.cleaner.metadata.ranks import RANKS


def test_every_field_but_the_title_is_ranked():
    """All fields that are not voted for have ranks, each key once, without gaps."""
    assert set(RANKS) == set(Field) - {Field.TITLE}
    assert all(sorted(ranks.values()) == list(range(len(ranks))) for ranks in RANKS.values())
