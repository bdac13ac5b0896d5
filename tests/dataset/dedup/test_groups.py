"""Groups of records."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.dataset.dedup.groups import Keep, grouped, kept
from scraper.dataset.dedup.ledger import NOTE
from scraper.dataset.dedup.minhash import SIZE


def notes(*keys: int, chars: tuple[int, ...] = ()) -> np.ndarray:
    made = np.zeros(len(keys), dtype=NOTE)
    made["high"] = made["low"] = keys
    made["chars"] = chars or [1] * len(keys)
    return made


@given(st.lists(st.integers(0, 4), max_size=30))
def test_equal_keys_are_groups(keys: list[int]) -> None:
    """Records share a group exactly where they share a key, and one without a key is alone."""
    expected = [number if key == 0 else keys.index(key) for number, key in enumerate(keys)]
    assert grouped(notes(*keys), None).tolist() == expected


def test_records_that_differ_in_half_a_key_are_apart() -> None:
    """Both halves of a key count."""
    made = notes(1, 1, 1)
    made["low"] = [1, 2, 1]
    assert grouped(made, None).tolist() == [0, 1, 0]


def near(base: np.ndarray, changed: int) -> np.ndarray:
    """Return a signature with numbers changed, spread evenly."""
    made = base.copy()
    made[np.linspace(0, SIZE - 1, changed, dtype=int)] += np.uint32(1)
    return made


def test_near_signatures_are_groups() -> None:
    """What has seven tenths in common is joined, through others too, and what has less is apart."""
    first, other = np.random.default_rng(1).integers(0, 2**32, (2, SIZE), dtype=np.uint32)
    signs = np.array([other, first, near(first, 20), near(near(first, 20)[::-1].copy(), 20)[::-1], near(other, 60)])
    assert grouped(notes(1, 2, 3, 4, 5), signs).tolist() == [0, 1, 1, 1, 4]


def test_record_without_a_story_is_near_to_none() -> None:
    """Empty stories, whose signatures are alike, are no group."""
    assert grouped(notes(0, 0), np.zeros((2, SIZE), dtype=np.uint32)).tolist() == [0, 1]


def test_exact_copies_follow_the_first_into_its_group() -> None:
    """Copies of two stories that are near one another are one group."""
    first = np.random.default_rng(1).integers(0, 2**32, SIZE, dtype=np.uint32)
    signs = np.array([first, near(first, 9), first, near(first, 9)])
    assert grouped(notes(1, 2, 1, 2), signs).tolist() == [0, 0, 0, 0]


@pytest.mark.parametrize(("keep", "expected"), [(Keep.FIRST, [0, 1, 0, 0, 1]), (Keep.LONGEST, [2, 1, 2, 2, 1])])
def test_one_of_a_group_stands_for_it(keep: Keep, expected: list[int]) -> None:
    """The first, or the longest and of equally long ones the first, stands for all of its group."""
    made = notes(1, 2, 1, 1, 2, chars=(5, 7, 9, 9, 7))
    assert kept(grouped(made, None), made["chars"], keep).tolist() == expected
