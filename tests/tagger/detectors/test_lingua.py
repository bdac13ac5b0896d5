"""The detector `lingua`."""

import numpy as np
import pytest

from scraper.tagger.detectors.lingua import LINGUA
from tests.tagger.detectors.texts import BAD, LATIN

pytest.importorskip("lingua", reason="needs the extra lingua")

TAGS = ("en", "de", "fr", "nb")


@pytest.mark.parametrize(("language", "text"), LATIN)
def test_a_sentence_is_told(language: str, text: str) -> None:
    """A sentence has no penalty in its own language, and some in every other."""
    (found,) = LINGUA.penalties([text], "Latn", TAGS)
    assert TAGS[int(found.argmin())] == language
    assert found.min() == 0.0
    assert np.count_nonzero(found == 0.0) == 1


def test_every_text_has_a_row() -> None:
    """Whatever a text is, it has a row of numbers, and the order of texts changes nothing."""
    found = LINGUA.penalties(BAD, "Latn", TAGS)
    assert found.shape == (len(BAD), len(TAGS))
    assert np.isfinite(found).all()
    assert (found >= 0.0).all()
    assert np.array_equal(found[::-1], LINGUA.penalties(BAD[::-1], "Latn", TAGS))


def test_a_text_that_says_nothing_prefers_nothing() -> None:
    """An empty text has a row of zeros, and no texts give no rows."""
    assert not LINGUA.penalties([""], "Latn", TAGS).any()
    assert LINGUA.penalties([], "Latn", TAGS).shape == (0, len(TAGS))
