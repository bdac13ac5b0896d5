"""Tests of the words of the room."""

from dataclasses import fields

from scraper.cleaner.metadata.candidate import Field
from scraper.model.metadata import Metadata


def test_every_field_of_the_metadata_can_have_candidates():
    """The fields of candidates are those of the metadata, but for the sources."""
    assert {field.value for field in Field} == {field.name for field in fields(Metadata)} - {"because"}
