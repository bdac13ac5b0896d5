"""Plain text."""

from scraper.writer.text import render_text
from tests.writer.records import document, segment, skipped


def test_headline_then_story() -> None:
    """The headline comes first, a blank line parts it from the story."""
    assert render_text(document(segment("One."), segment("Two."))) == "River opens\n\nOne.\n\nTwo."


def test_what_is_missing_leaves_no_blank_lines() -> None:
    """Without headline or without story the other stands alone."""
    assert render_text(document(segment("One."), title=None)) == "One."
    assert render_text(document()) == "River opens"


def test_skip_gives_nothing() -> None:
    """A skipped page has no text."""
    assert render_text(skipped()) == ""


def test_form_feed_inside_cannot_part_records() -> None:
    """A form feed of the page itself becomes a space."""
    assert "\f" not in render_text(document(segment("One.\fTwo.")))
