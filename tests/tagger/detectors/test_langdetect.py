"""The detector `langdetect`."""

import numpy as np
import pytest

from scraper.tagger.detectors.langdetect import LANGDETECT, counts
from tests.tagger.detectors.texts import BAD, LATIN

TAGS = LANGDETECT.languages()["Latn"]


@pytest.mark.parametrize(("language", "text"), LATIN)
def test_a_sentence_is_told(language: str, text: str) -> None:
    """A sentence has no penalty in its own language, and some in every other."""
    (found,) = LANGDETECT.penalties([text], "Latn", TAGS)
    assert TAGS[int(found.argmin())] == language
    assert found.min() == 0.0
    assert np.count_nonzero(found == 0.0) == 1


def test_every_text_has_a_row() -> None:
    """Whatever a text is, it has a row of numbers, and the order of texts changes nothing."""
    found = LANGDETECT.penalties(BAD, "Latn", TAGS)
    assert found.shape == (len(BAD), len(TAGS))
    assert np.isfinite(found).all()
    assert (found >= 0.0).all()
    assert np.array_equal(found[::-1], LANGDETECT.penalties(BAD[::-1], "Latn", TAGS))


def test_a_text_that_says_nothing_prefers_nothing() -> None:
    """An empty text has a row of zeros, and no texts give no rows."""
    assert not LANGDETECT.penalties([""], "Latn", TAGS).any()
    assert LANGDETECT.penalties([], "Latn", TAGS).shape == (0, len(TAGS))


def test_the_seed_of_the_process_is_left_alone() -> None:
    """The class attribute that other users of the package share is not touched."""
    from langdetect import DetectorFactory

    PENALTIES = LANGDETECT.penalties([LATIN[0][1]], "Latn", ("de", "en"))  # noqa: N806
    assert PENALTIES.shape == (1, 2)
    assert DetectorFactory.seed is None


def test_only_candidates_share_the_probability() -> None:
    """Languages that are no candidates take nothing away."""
    found = LANGDETECT.penalties([LATIN[0][1]], "Latn", ("de", "fr"))
    assert found.min() == 0.0


def test_profiles_are_there_as_json() -> None:
    """The counts of a language can be read."""
    assert counts("en").startswith("{")
