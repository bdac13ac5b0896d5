"""The face of the package."""

import subprocess
import sys

import pytest

import scraper

HEAVY = ("httpx", "langdetect", "numpy", "rich", "selectolax", "trafilatura")


def test_face_is_small():
    """The package shows at most twelve names, and every one of them is there."""
    assert len(scraper.__all__) <= 12
    assert all(getattr(scraper, name) is not None for name in scraper.__all__)


def test_import_is_light():
    """Importing the package imports none of the heavy ones it uses."""
    script = f"import sys, scraper; print([name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_unknown_names_are_errors():
    """A name the package does not have is an AttributeError, as for any module."""
    with pytest.raises(AttributeError, match="no attribute 'cleanse'"):
        scraper.cleanse  # noqa: B018


def test_clean_takes_text_and_bytes():
    """Text and its bytes give the same story."""
    page = "<h1>Дождь</h1><p>Весь день в долине шёл дождь, и никто не возражал.</p>"
    assert scraper.clean(page).text == scraper.clean(page.encode()).text
