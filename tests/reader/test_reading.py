"""What reading gives."""

import os

from hypothesis import given
from hypothesis import strategies as st

from scraper.model.document import SkipReason
from scraper.reader.reading import printable, too_large


@given(st.text(st.characters(codec="utf-8")))
def test_valid_text_is_left_alone(name: str) -> None:
    """Names that are valid Unicode stay as they are."""
    assert printable(name) == name


@given(st.binary().map(os.fsdecode) | st.text(st.characters()))
def test_printable_names_can_be_written(name: str) -> None:
    """Whatever the bytes of a name, its printable form can be encoded as UTF-8."""
    assert printable(name).encode("utf-8").decode("utf-8") or not name


def test_too_large_names_the_limit() -> None:
    """The skip of a page above the limit says what the limit is."""
    found = too_large("s", "row")
    assert (found.source, found.skipped) == ("s", SkipReason.TOO_LARGE)
    assert "64 MiB" in found.detail
