"""Texts of two lists, paired."""

from hypothesis import given
from hypothesis import strategies as st

from scraper.inspector.pairing import pair

TEXTS = st.lists(st.sampled_from("abcd"), max_size=8)


def test_equal_texts_are_pairs_and_others_stand_alone():
    """Equal texts are paired in order, and what only one list has stands beside its neighbour."""
    assert pair(["a", "b", "a"], ["x", "a", "n", "a"]) == [(None, 0), (0, 1), (None, 2), (1, None), (2, 3)]


@given(TEXTS, TEXTS)
def test_every_text_is_in_one_pair(one, other):
    """Each index of either list is in exactly one pair, and the texts of a pair are equal."""
    pairs = pair(one, other)
    assert sorted(i for i, _ in pairs if i is not None) == list(range(len(one)))
    assert sorted(j for _, j in pairs if j is not None) == list(range(len(other)))
    assert all(one[i] == other[j] for i, j in pairs if i is not None and j is not None)


@given(TEXTS)
def test_a_list_is_paired_with_itself(texts):
    """A list beside itself gives each text its own place."""
    assert pair(texts, texts) == [(index, index) for index in range(len(texts))]
