"""What the network is to say, and how much it counts."""

from dataclasses import replace
from typing import Any, cast

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.cleaner.features import Features
from scraper.cleaner.roles.decode import ROLES
from scraper.training.batches import Indexed
from scraper.training.examples import UNKNOWN, Example
from scraper.training.targets import targets

HAND, RULES, USUAL = 5.0, 0.5, 196


def page(tokens: list[int], told: list[int], roles: list[int], page_type: int = 0) -> Indexed:
    """Return a page of which the targets are asked; rules think nothing of its roles."""
    taught = np.full((len(tokens), len(ROLES)), 1 / len(ROLES), dtype=np.float16)
    given: Any = {
        "told": np.array(told, dtype=np.int8),
        "roles": np.array(roles, dtype=np.int8),
        "taught": taught,
        "tokens": np.array(tokens, dtype=np.int32),
        "emphasis": np.ones(len(tokens), dtype=np.float32),
    }
    texts = ("x",) * len(tokens)
    features = cast(Features, None)
    example = Example("tiny", "1", "here", features, page_type=page_type, texts=texts, **given)
    return Indexed(example, {}, np.array([], dtype=np.int64))


@st.composite
def some_page(draw: st.DrawFn) -> Indexed:
    """Draw a page of one block or more."""
    number = draw(st.integers(1, 40))
    tokens = draw(st.lists(st.integers(0, 500), min_size=number, max_size=number))
    told = draw(st.lists(st.sampled_from([UNKNOWN, 0, 1]), min_size=number, max_size=number))
    roles = draw(st.lists(st.integers(UNKNOWN, len(ROLES) - 1), min_size=number, max_size=number))
    return page(tokens, told, roles)


@given(some_page())
def test_weights_are_sound(drawn: Indexed) -> None:
    """No weight is negative, unknown blocks weigh nothing, and a page's weights sum to what a page counts at most."""
    wanted = targets([drawn])
    number = len(drawn.example.tokens)
    counts = np.sqrt(number / USUAL)
    assert (wanted["told_weight"] >= 0).all()
    assert not wanted["told_weight"][drawn.example.told == UNKNOWN].any()
    assert wanted["told_weight"].sum() <= counts * 1.001
    assert 0 <= wanted["role_weight"].sum() <= HAND * counts * 1.001
    assert (wanted["roles"].sum(axis=1) <= 1.01).all()


@given(st.lists(st.integers(1, 300), min_size=1, max_size=50))
def test_known_page_counts_by_the_root_of_its_length(tokens: list[int]) -> None:
    """Where all blocks are known their weights sum to one for a page of usual length, more and less by the root."""
    number = len(tokens)
    wanted = targets([page(tokens, [1] * number, [UNKNOWN] * number)])
    assert wanted["told_weight"].sum() == pytest.approx(np.sqrt(number / USUAL), rel=1e-4)
    assert wanted["role_weight"].sum() == pytest.approx(RULES * np.sqrt(number / USUAL), rel=1e-4)


def test_longer_blocks_count_more() -> None:
    """A paragraph counts more than a label, and less than by its words alone; a block without words counts too."""
    light, heavy, empty = targets([page([10, 100, 0], [1, 0, 0], [UNKNOWN] * 3)])["told_weight"]
    assert empty > 0
    assert 1 < heavy / light < 10


def test_hands_overrule_rules() -> None:
    """A role given by hand is wanted for certain, and others of such a page are not learnt from rules."""
    column = ROLES.index("related")
    wanted = targets([page([5, 5], [0, 0], [column, UNKNOWN])])
    assert wanted["roles"][0].tolist() == np.eye(len(ROLES))[column].tolist()
    assert wanted["role_weight"][0] > 0
    assert wanted["role_weight"][1] == 0


def test_hand_counts_ten_times_a_rule() -> None:
    """A block labelled by hand counts ten times as much as one of which only rules say something."""
    by_hand = targets([page([5], [0], [0])])["role_weight"]
    by_rules = targets([page([5], [0], [UNKNOWN])])["role_weight"]
    assert by_hand[0] / by_rules[0] == pytest.approx(10)


def test_examples_are_left_as_they_are() -> None:
    """Targets are written beside what rules think and not over it."""
    one = page([5, 6], [0, 1], [2, 3])
    before = one.example.taught.copy()
    targets([one])
    assert np.array_equal(one.example.taught, before)


def test_pages_follow_one_another() -> None:
    """Targets of a batch are those of its pages in a row, with one sort of page for each."""
    pages = [page([3, 4], [1, 0], [UNKNOWN] * 2, 2), page([9], [1], [0], UNKNOWN)]
    both, alone = targets(pages), [targets([one]) for one in pages]
    assert both["type"].tolist() == [2, UNKNOWN]
    assert all(np.array_equal(both[name], np.concatenate([one[name] for one in alone])) for name in both)


def test_emphasis_multiplies_what_a_block_counts() -> None:
    """A block that counts several times does so for the story and for its role."""
    one = page([5, 5], [1, 0], [0, 1])
    loud = replace(one, example=replace(one.example, emphasis=np.array([1, 5], dtype=np.float32)))
    plain, more = targets([one]), targets([loud])
    for name in ("told_weight", "role_weight"):
        assert (more[name] / plain[name]).tolist() == pytest.approx([1, 5])


def test_rules_must_agree_with_the_gold() -> None:
    """What is told is of the main story, and what is not told is no body, whatever rules think."""
    inside, outside = targets([page([5, 5], [1, 0], [UNKNOWN] * 2)])["roles"]
    assert inside[ROLES.index("related")] == outside[ROLES.index("body")] == 0
    assert inside.sum() == pytest.approx(1, abs=0.01)
    assert outside.sum() == pytest.approx(1, abs=0.01)
