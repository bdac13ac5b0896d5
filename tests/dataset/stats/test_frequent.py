"""Frequent names in bounded memory."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from scraper.dataset.stats.frequent import Frequent


@given(st.lists(st.sampled_from("abcdefgh"), max_size=200), st.integers(2, 10))
def test_counts_are_right_but_for_the_error_that_is_told(names: list[str], room: int) -> None:
    """No count is too high, none falls short by more than the error, and no more names than fit are held."""
    counted = Frequent(room)
    for name in names:
        counted.add(name)
        assert len(counted) <= room
    found, truth = dict(counted.top(99)), Counter(names)
    for name, count in truth.items():
        assert count - counted.error <= found.get(name, 0) <= count


def test_few_names_are_counted_exactly() -> None:
    """While all names fit there is no error, and equal counts stand in the order of names."""
    counted = Frequent(3)
    for name in "bcabca":
        counted.add(name)
    assert counted.error == 0
    assert counted.top(2) == [("a", 2), ("b", 2)]
