"""Segments worth a second look."""

from scraper.inspector.picture.doubts import Doubt, doubts
from scraper.model.segment import Kind, Role, Segment


def segment(role: float, language: float, tag: str = "en") -> Segment:
    return Segment("words", Role.BODY, Kind.PARAGRAPH, role, tag, language, "Latn", "html", False, ())  # noqa: FBT003


def test_least_sure_first():
    """Segments with a role or language in doubt come least sure first, equals in page order."""
    found = doubts([segment(0.9, 0.9), segment(0.5, 0.9), segment(0.3, 0.6), segment(0.9, 0.5)])
    assert found == [Doubt(2, ("role", "language"), 0.3), Doubt(1, ("role",), 0.5), Doubt(3, ("language",), 0.5)]


def test_text_without_language_is_not_in_doubt():
    """Digits and names have no language, so none is doubted."""
    assert doubts([segment(0.9, 0.0, "und")]) == []
