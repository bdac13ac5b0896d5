"""The fields of a sources file."""

from dataclasses import MISSING, fields

from scraper.crawler.sources.fields import LIMITS, ONLY_FOR, POLITENESS, SOURCE
from scraper.fetcher.limits import Limits
from scraper.model.source import Politeness


def test_fields_are_those_of_what_they_become():
    """Limits and politeness can be given field by field and in full."""
    assert set(POLITENESS) == {field.name for field in fields(Politeness)}
    assert set(LIMITS) <= {field.name for field in fields(Limits)}
    assert set(ONLY_FOR) <= set(SOURCE)
    assert all(field.default is not MISSING or field.default_factory is not MISSING for field in fields(Politeness))
