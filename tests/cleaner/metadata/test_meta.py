"""Tests of candidates from meta elements."""

import pytest

from scraper.cleaner.metadata.candidate import Field, Source
from scraper.cleaner.metadata.meta import candidates


@pytest.mark.parametrize(
    ("name", "field", "source"),
    [
        ("og:title", Field.TITLE, Source.OPENGRAPH),
        ("article:published_time", Field.PUBLISHED, Source.OPENGRAPH),
        ("dc:creator", Field.AUTHORS, Source.META),
        ("parsely-author", Field.AUTHORS, Source.META),
        ("citation_title", Field.TITLE, Source.META),
        ("x-published-date", Field.PUBLISHED, Source.META),
        ("shop-update-time", Field.MODIFIED, Source.META),
    ],
)
def test_names_of_many_dialects_are_known(name, field, source):
    """A name of any dialect gives a candidate of its field and says where it stands."""
    assert [(found.field, found.source) for found in candidates([(name, "x")])] == [(field, source)]


def test_unknown_names_say_nothing():
    """Names that are not in the table give no candidate."""
    assert list(candidates([("viewport", "width=1"), ("og:type", "article"), ("fb:admins", "1")])) == []
