"""Tests of the room's face."""

from scraper.cleaner import metadata


def test_the_face_offers_what_the_pipeline_needs():
    """The room's face offers describe and the words it reads with."""
    assert sorted(metadata.__all__) == ["BUILT_IN", "Words", "describe", "gather_words"]
