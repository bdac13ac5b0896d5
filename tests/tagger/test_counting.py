"""Counting sequences of letters."""

import math

import numpy as np
import pytest

from scraper.tagger.counting import SCALE, count, scores, shares


def test_words_are_counted_with_their_edges() -> None:
    """Every sequence of one to three characters counts, with a space at either end of a word."""
    assert count(["ab ab"]) == {"a": 2, "b": 2, " a": 2, "ab": 2, "b ": 2, " ab": 2, "ab ": 2}


def test_letters_that_count_alike_are_folded() -> None:
    """Romanian letters with a comma count as those with a cedilla."""
    assert count(["ș"]) == count(["ş"])


def test_shares_are_among_sequences_of_one_length() -> None:
    """The shares of all sequences of a length sum to one."""
    found = shares(count(["der Hund", "die Katze"]))
    for size in (1, 2, 3):
        assert sum(share for gram, share in found.items() if len(gram) == size) == pytest.approx(1.0)


def test_a_score_is_that_of_all_endings() -> None:
    """A sequence scores with itself and its shorter endings, each language by its own shares."""
    found = {"b": np.array([0.5, 0.0])}
    score = scores(found, "ab", 2)
    single, double = SCALE.smoothing[:2]
    assert score[0] - score[1] == pytest.approx(SCALE.weights[0] * math.log((0.5 + single) / single))
    assert score[1] == pytest.approx(SCALE.weights[0] * math.log(single) + SCALE.weights[1] * math.log(double))
