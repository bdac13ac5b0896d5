"""Confidences."""

import pytest

from scraper.tagger.trust import LETTERLESS, NAME, trusted

TEXTS = (
    "A long sentence that is certainly in the language of this page, as everybody can see.",
    "Shop",
    "Teilen",
    "12",
)
ANSWERS = (("en", 1.0), ("en", 1.0), ("de", 1.0), ("und", 0.5))


def test_short_texts_are_trusted_less_than_long_ones() -> None:
    """Names and loan words make short texts less sure, those in another language most."""
    long, short, foreign, none = trusted(TEXTS, [60, 4, 6, 0], ANSWERS)
    assert long.confidence == 1.0 > short.confidence > foreign.confidence
    assert none.confidence == LETTERLESS


def test_names_are_less_sure_than_digits() -> None:
    """A text with letters that was taken for a name may be none."""
    assert trusted(["Reuters"], [7], [("und", 1.0)])[0].confidence == NAME < LETTERLESS


@pytest.mark.parametrize("answer", [("en", 0.37), ("de", 1.0)])
def test_a_text_alone_keeps_its_confidence(answer: tuple[str, float]) -> None:
    """Where there is no page, nothing is taken off."""
    assert trusted(["Hallo"], [5], [answer]) == [answer]
