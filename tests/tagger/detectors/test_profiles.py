"""The detector `profiles`."""

import numpy as np
import pytest

from scraper.tagger.detectors.profiles import PROFILES
from tests.tagger.detectors.texts import BAD, LATIN

TAGS = PROFILES.languages()["Latn"]


@pytest.mark.parametrize(("language", "text"), LATIN)
def test_a_sentence_is_told(language: str, text: str) -> None:
    """A sentence has no penalty in its own language, and some in every other."""
    (found,) = PROFILES.penalties([text], "Latn", TAGS)
    assert TAGS[int(found.argmin())] == language
    assert found.min() == 0.0
    assert np.count_nonzero(found == 0.0) == 1


def test_every_text_has_a_row() -> None:
    """Whatever a text is, it has a row of numbers, and the order of texts changes nothing."""
    found = PROFILES.penalties(BAD, "Latn", TAGS)
    assert found.shape == (len(BAD), len(TAGS))
    assert np.isfinite(found).all()
    assert (found >= 0.0).all()
    assert np.array_equal(found[::-1], PROFILES.penalties(BAD[::-1], "Latn", TAGS))


def test_a_text_that_says_nothing_prefers_nothing() -> None:
    """An empty text has a row of zeros, and no texts give no rows."""
    assert not PROFILES.penalties([""], "Latn", TAGS).any()
    assert PROFILES.penalties([], "Latn", TAGS).shape == (0, len(TAGS))


def test_candidates_are_compared_among_themselves() -> None:
    """With few candidates, the best of them has no penalty."""
    found = PROFILES.penalties([LATIN[0][1]], "Latn", ("de", "fr"))
    assert found.shape == (1, 2)
    assert found.min() == 0.0


def test_the_version_is_a_digest_of_the_data() -> None:
    """The version names the data, and is the same whenever it is asked for."""
    assert PROFILES.version().startswith("data ")
    assert PROFILES.version() == PROFILES.version()
