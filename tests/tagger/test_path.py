"""The cheapest path through words."""

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from scraper.tagger.path import COSTS, States, best_path

STATES = States(("de", "en", "ru"), ("Latn", "Latn", "Cyrl"))
NONE = np.zeros(3)


def price(words: np.ndarray, path: tuple[int, ...]) -> float:
    """Price of a path, added up one by one."""
    total = sum(words[at, state] for at, state in enumerate(path))
    for one, other in itertools.pairwise(path):
        if one != other:
            total += COSTS.within if STATES.scripts[one] == STATES.scripts[other] else COSTS.across
    return total


def test_languages_of_a_script_are_a_group() -> None:
    """Groups are the places of neighbouring states of one script."""
    assert STATES.groups() == [(0, 2), (2, 3)]


def test_one_odd_word_breaks_no_path() -> None:
    """A word that is a little better in another language does not change it; many do."""
    words = np.array([[0.0, 3.0, 9.0], [3.0, 0.0, 9.0], [0.0, 3.0, 9.0]])
    assert best_path(words, STATES, NONE, NONE) == [0, 0, 0]
    assert best_path(np.repeat(words, 5, axis=0), STATES, NONE, NONE) == [0] * 5 + [1] * 5 + [0] * 5


def test_entering_has_its_price() -> None:
    """A language that is dear to change to, or to begin with, is not entered."""
    words = np.repeat(np.array([[0.0, 3.0, 9.0], [3.0, 0.0, 9.0]]), 3, axis=0)
    assert best_path(words, STATES, NONE, np.array([0.0, 9.0, 0.0])) == [0] * 6
    assert best_path(words, STATES, np.array([30.0, 0.0, 0.0]), NONE) == [1] * 6


@given(st.lists(st.tuples(*[st.integers(0, 12)] * 3), min_size=1, max_size=4))
def test_no_path_is_cheaper(rows: list[tuple[int, ...]]) -> None:
    """The path found costs as little as the cheapest of all paths."""
    words = np.array(rows, float)
    least = min(price(words, path) for path in itertools.product(range(3), repeat=len(rows)))
    assert abs(price(words, tuple(best_path(words, STATES, NONE, NONE))) - least) < 1e-9
