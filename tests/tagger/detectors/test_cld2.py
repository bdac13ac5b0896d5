"""The detector `cld2`."""

import numpy as np
import pytest

from scraper.tagger.detectors.cld2 import CLD2, MOST
from tests.tagger.detectors.texts import BAD, LATIN

pytest.importorskip("pycld2", reason="needs the extra cld2")

TAGS = CLD2.languages()["Latn"]


@pytest.mark.parametrize(("language", "text"), LATIN)
def test_a_sentence_is_told(language: str, text: str) -> None:
    """A sentence has no penalty in its own language, and some in every other."""
    (found,) = CLD2.penalties([text], "Latn", TAGS)
    assert TAGS[int(found.argmin())] == language
    assert found.min() == 0.0
    assert np.count_nonzero(found == 0.0) == 1


def test_every_text_has_a_row() -> None:
    """Whatever a text is, it has a row of numbers, and the order of texts changes nothing."""
    found = CLD2.penalties(BAD, "Latn", TAGS)
    assert found.shape == (len(BAD), len(TAGS))
    assert np.isfinite(found).all()
    assert (found >= 0.0).all()
    assert np.array_equal(found[::-1], CLD2.penalties(BAD[::-1], "Latn", TAGS))


def test_a_text_that_says_nothing_prefers_nothing() -> None:
    """An empty text has a row of zeros, and no texts give no rows."""
    assert not CLD2.penalties([""], "Latn", TAGS).any()
    assert CLD2.penalties([], "Latn", TAGS).shape == (0, len(TAGS))


def test_a_language_that_is_not_named_is_no_more_than_unlikely() -> None:
    """Candidates that the library does not name all have the same bounded penalty."""
    found = CLD2.penalties([LATIN[0][1]], "Latn", ("en", "de", "fr"))[0]
    assert found[0] == 0.0
    assert 0.0 < found[1] == found[2] <= MOST
