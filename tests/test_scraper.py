"""The face of the package."""

import doctest
import subprocess
import sys

import pytest

import scraper

HEAVY = ("trafilatura", "httpx", "rich", "numpy", "selectolax", "langdetect")


def test_names_are_few_and_all_there() -> None:
    """The package offers at most twelve names, and each can be had."""
    assert len(scraper.__all__) <= 12
    assert [name for name in scraper.__all__ if not hasattr(scraper, name)] == []


def test_unknown_name_is_an_attribute_error() -> None:
    """A name that is not offered is refused with that name in the message."""
    with pytest.raises(AttributeError, match="no_such_name"):
        _ = scraper.no_such_name


def test_example_is_true() -> None:
    """The example at the head of the package prints what it says."""
    assert doctest.testmod(scraper) == (0, 3)


def test_import_is_light() -> None:
    """Importing the package loads none of the heavy packages it stands on."""
    code = f"import sys, scraper; print([name for name in {HEAVY} if name in sys.modules])"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
