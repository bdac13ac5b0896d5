"""Second opinions."""

from dataclasses import replace

import numpy as np

from scraper.tagger.detectors import DETECTORS
from scraper.tagger.second import reconsider

TAGS = ("de", "en", "xx")
OTHER = replace(
    DETECTORS["profiles"],
    languages=lambda: {"Latn": ("de", "en")},
    penalties=lambda texts, _, tags: np.array([[0.0 if tag == "de" else 10.0 for tag in tags] for _ in texts]),
    temperature=1.0,
)


def test_only_doubtful_texts_are_asked_about() -> None:
    """A sure answer stays as it is, a doubtful one moves to what the second detector says."""
    before = np.array([[0.01, 0.98, 0.01], [0.3, 0.5, 0.2]])
    after = reconsider(before, ["a", "b"], "Latn", TAGS, OTHER)
    assert np.array_equal(after[0], before[0])
    assert after[1].argmax() == 0
    assert after[1].sum() == 1.0


def test_a_language_that_the_second_cannot_name_keeps_its_probability() -> None:
    """The second detector moves probability only among languages that it can name."""
    after = reconsider(np.array([[0.3, 0.5, 0.2]]), ["b"], "Latn", TAGS, OTHER)
    assert after[0, 2] == 0.2


def test_an_answer_that_the_second_cannot_name_stays() -> None:
    """Where the first one's answer is beyond the second, nothing changes."""
    before = np.array([[0.3, 0.2, 0.5]])
    assert np.array_equal(reconsider(before, ["b"], "Latn", TAGS, OTHER), before)
    assert np.array_equal(reconsider(before, ["b"], "Cyrl", TAGS, OTHER), before)


def test_no_texts_have_no_opinion() -> None:
    """No texts give no rows."""
    assert reconsider(np.zeros((0, 3)), [], "Latn", TAGS, OTHER).shape == (0, 3)
