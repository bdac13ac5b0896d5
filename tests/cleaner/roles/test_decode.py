"""From odds to one reading of the page."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from scraper.cleaner.roles.decode import BETAS, ROLES, Belief, assign, calibrate, choose, confidence, measured
from scraper.cleaner.roles.network import Output
from scraper.model.options import Cut
from scraper.model.page_type import PAGE_TYPES
from scraper.model.segment import Role
from tests.cleaner.roles.weights import PLAIN

MAIN = (Role.TITLE, Role.BYLINE, Role.BODY, Role.CAPTION)
chances = st.floats(0, 1)


def belief(told: list[float], sizes: list[float] | None = None, roles: np.ndarray | None = None) -> Belief:
    """Return a belief; where no roles are given each is as likely."""
    number = len(told)
    even = np.full((number, len(ROLES)), 1 / len(ROLES))
    return Belief(np.array(told), even if roles is None else roles, np.array(sizes or [10.0] * number))


def leaning(*roles: Role) -> np.ndarray:
    """Return probabilities that lean to these roles."""
    table = np.full((len(roles), len(ROLES)), 0.02)
    table[np.arange(len(roles)), [ROLES.index(role) for role in roles]] = 0.8
    return table


def expected_f(told: np.ndarray, sizes: np.ndarray, chosen: np.ndarray, beta: float) -> float:
    """Return the F-beta that is expected of telling these blocks, worked out from its definition."""
    right = float((told * sizes * chosen).sum())
    return (1 + beta**2) * right / max(1e-9, float((sizes * chosen).sum()) + beta**2 * float((told * sizes).sum()))


@st.composite
def beliefs(draw: st.DrawFn) -> Belief:
    number = draw(st.integers(1, 12))
    told = draw(st.lists(chances, min_size=number, max_size=number))
    sizes = draw(st.lists(st.integers(0, 3000).map(float), min_size=number, max_size=number))
    odds = draw(arrays.arrays(np.float64, (number, len(ROLES)), elements=st.floats(-9, 9)))
    return belief(told, sizes, np.exp(odds) / np.exp(odds).sum(axis=1, keepdims=True))


@given(beliefs(), st.sampled_from(sorted(BETAS.values())))
def test_choice_is_the_best_of_all_prefixes(believed: Belief, beta: float) -> None:
    """Where some block may be told, no other number of blocks, likeliest first, is expected to do better."""
    chosen, expected = choose(believed, beta)
    if not chosen.any():
        return
    order = np.argsort(-believed.told, kind="stable")
    for number in range(1, len(order) + 1):
        prefix = np.isin(np.arange(len(order)), order[:number])
        assert expected_f(believed.told, believed.sizes, prefix, beta) <= expected + 1e-9


@given(beliefs(), st.sampled_from(sorted(BETAS.values())))
def test_expectation_is_that_of_the_choice(believed: Belief, beta: float) -> None:
    """Where no block is too unlikely to be told, what is expected is what telling the chosen blocks gives."""
    likely = replace(believed, told=np.maximum(believed.told, 0.1))
    chosen, expected = choose(likely, beta)
    assert expected_f(likely.told, likely.sizes, chosen, beta) == pytest.approx(expected)


@given(beliefs(), st.sampled_from(sorted(BETAS.values())))
def test_choice_is_of_the_likeliest(believed: Belief, beta: float) -> None:
    """Every block that is told is likelier than every block that is not."""
    chosen, expected = choose(believed, beta)
    assert believed.told[chosen].min(initial=1) >= believed.told[~chosen].max(initial=0) or not chosen.any()
    assert 0 <= expected <= 1 + 1e-9


@given(beliefs(), st.sampled_from(sorted(BETAS.values())))
def test_choice_is_empty_only_where_nothing_is_likely(believed: Belief, beta: float) -> None:
    """Something is told exactly where at least one block is likelier than one in ten."""
    assert choose(believed, beta)[0].any() == (believed.told.max() >= 0.1)


@given(beliefs())
def test_cuts_lie_inside_each_other(believed: Belief) -> None:
    """What the precise cut tells the balanced one tells too, and what that tells the complete one does."""
    precise, balanced, complete = (choose(believed, BETAS[cut])[0] for cut in (Cut.PRECISE, Cut.BALANCED, Cut.COMPLETE))
    assert not (precise & ~balanced).any()
    assert not (balanced & ~complete).any()


def test_choice_weighs_text_by_its_size() -> None:
    """A doubtful line is told beside a long sure story only where it is long enough to matter or likely enough."""
    assert choose(belief([0.99, 0.3], [1000, 10]), 1)[0].tolist() == [True, False]
    assert choose(belief([0.99, 0.6], [1000, 10]), 1)[0].tolist() == [True, True]
    assert choose(belief([0.4, 0.4, 0.4]), 1)[0].tolist() == [True, True, True]


def test_every_cut_has_a_weight() -> None:
    """Every cut has a weight: precise ones count precision more, complete ones recall."""
    assert set(BETAS) == set(Cut)
    assert BETAS[Cut.PRECISE] < BETAS[Cut.BALANCED] == 1 < BETAS[Cut.COMPLETE]


@given(
    arrays.arrays(np.float32, (3, len(ROLES) + 1), elements=st.floats(-60, 60, width=32)),
    arrays.arrays(np.float32, len(PAGE_TYPES), elements=st.floats(-9, 9, width=32)),
    st.tuples(st.floats(0.1, 3), st.floats(-3, 3)),
)
def test_calibrated_odds_are_probabilities(odds: np.ndarray, types: np.ndarray, line: tuple[float, float]) -> None:
    """Any odds under any calibration become numbers between nothing and one, those of roles adding up to one."""
    found = calibrate(
        Output(odds[:, 0], odds[:, 1:], types), np.ones(3), replace(PLAIN, told=(line,) * len(PAGE_TYPES))
    )
    assert ((found.told >= 0) & (found.told <= 1)).all()
    assert ((found.roles >= 0) & (found.roles <= 1)).all()
    assert found.roles.sum(axis=1) == pytest.approx(1)
    assert found.told[np.argsort(odds[:, 0])].tolist() == sorted(found.told.tolist())


@pytest.mark.parametrize("kind", range(len(PAGE_TYPES)))
def test_calibration_is_that_of_the_sort_of_page(kind: int) -> None:
    """Factor and offset are those of the likeliest sort of page."""
    lines = tuple((1.0, float(at)) for at in range(len(PAGE_TYPES)))
    types = np.eye(len(PAGE_TYPES), dtype=np.float32)[kind]
    odds = np.zeros((1, len(ROLES)), dtype=np.float32)
    found = calibrate(Output(odds[:, 0], odds, types), np.ones(1), replace(PLAIN, told=lines))
    assert found.told[0] == pytest.approx(1 / (1 + np.exp(-kind)))


@given(beliefs())
def test_told_blocks_are_story_and_others_are_no_body(believed: Belief) -> None:
    """What is told is title, byline, body or caption, what is not told is anything but body, and one title is most."""
    told, _ = choose(believed, 1)
    roles = [ROLES[column] for column in assign(believed, told).tolist()]
    assert all(role in MAIN for role, is_told in zip(roles, told.tolist(), strict=True) if is_told)
    assert Role.BODY not in [role for role, is_told in zip(roles, told.tolist(), strict=True) if not is_told]
    assert roles.count(Role.TITLE) <= 1


def test_second_headline_inside_the_story_is_body() -> None:
    """Of two headlines the likelier is the title; the other is a sub-heading where it is told, else it leads away."""
    roles = leaning(Role.TITLE, Role.TITLE, Role.TITLE)
    roles[0, ROLES.index(Role.TITLE)] = 0.9
    roles[2, ROLES.index(Role.RELATED)] = 0.1
    columns = assign(belief([0.9, 0.9, 0.1], roles=roles), np.array([True, True, False]))
    assert [ROLES[column] for column in columns] == [Role.TITLE, Role.BODY, Role.RELATED]


def test_roles_are_left_as_they_were() -> None:
    """Deciding does not change what is believed."""
    believed = belief([0.9, 0.2], roles=leaning(Role.TITLE, Role.TITLE))
    before = believed.roles.copy()
    assign(believed, np.array([True, False]))
    assert (believed.roles == before).all()


@given(beliefs())
def test_confidence_is_a_probability(believed: Belief) -> None:
    """How sure a role is lies between nothing and one, and for body it is the probability of being told."""
    told, _ = choose(believed, 1)
    columns = assign(believed, told)
    sure = confidence(believed, told, columns)
    assert ((sure >= 0) & (sure <= 1)).all()
    body = columns == ROLES.index(Role.BODY)
    assert sure[body].tolist() == believed.told[body].tolist()


@given(st.lists(chances, min_size=2, max_size=6, unique=True), st.lists(chances, min_size=1, max_size=9))
def test_measured_numbers_rise_with_belief(points: list[float], believed: list[float]) -> None:
    """What was measured is interpolated: it rises with what is believed and stays within what was measured."""
    line = tuple(zip(sorted(points), sorted(point / 2 for point in points), strict=True))
    found = measured(np.array(sorted(believed)), line)
    assert found.tolist() == sorted(found.tolist())
    assert all(line[0][1] <= value <= line[-1][1] for value in found.tolist())
