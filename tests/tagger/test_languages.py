"""Tags as pages write them, and as this package writes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.tagger.languages import canonical


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        ("en", "en"),
        ("EN_us", "en"),
        (" pt-BR ", "pt"),
        ("no", "nb"),
        ("nn-NO", "nn"),
        ("iw", "he"),
        ("in", "id"),
        ("tl", "tl"),
        ("fil", "tl"),
        ("zh-CN", "zh-Hans"),
        ("zh-tw", "zh-Hant"),
        ("zh_HK", "zh-Hant"),
        ("zh-Hant-CN", "zh-Hant"),
        ("zh", "zh"),
        ("deu", "de"),
        ("zxx", "und"),
        ("", "und"),
        (None, "und"),
        ("{{lang}}", "und"),
        ("english", "und"),
    ],
)
def test_a_declared_tag_is_brought_into_one_form(written: str | None, tag: str) -> None:
    """Case, separators, regions and retired codes make no difference; what is no tag is undetermined."""
    assert canonical(written) == tag


@given(st.text(max_size=20))
def test_the_form_is_stable(written: str) -> None:
    """Bringing a tag into its form twice changes nothing."""
    assert canonical(canonical(written)) == canonical(written)
