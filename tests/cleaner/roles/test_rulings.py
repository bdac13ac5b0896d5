"""Rulings over beliefs and judgements."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.cleaner.roles.decode import ROLES, Belief
from scraper.cleaner.roles.rulings import apply_rulings, believe
from scraper.model.judgement import Judgement, Ruling
from scraper.model.segment import Role

JUDGED = [Judgement(Role.BODY, 0.6, ("shape:running_text",)), Judgement(Role.SHARE, 0.7, ("network",))]


def doubt(blocks: int) -> Belief:
    """Return the belief of someone who knows nothing."""
    return Belief(np.full(blocks, 0.5), np.full((blocks, len(ROLES)), 1 / len(ROLES)), np.full(blocks, 9.0))


def test_a_ruling_decides() -> None:
    """A ruled block has the ruled role with the ruling's reason; all others stay as they were judged."""
    assert apply_rulings(JUDGED, {1: Ruling(Role.NOTICE, "site:a.example")}) == [
        JUDGED[0],
        Judgement(Role.NOTICE, 1.0, ("site:a.example",)),
    ]


def test_reasons_of_a_judge_that_agrees_are_kept() -> None:
    """Where judge and ruling agree, both reasons are given, the ruling's first."""
    ruled = apply_rulings(JUDGED, {0: Ruling(Role.BODY, "embedded:state", 0.9)})
    assert ruled[0] == Judgement(Role.BODY, 0.9, ("embedded:state", "shape:running_text"))


def test_nothing_ruled_changes_nothing() -> None:
    """Without rulings the judgements and the belief come back."""
    believed = doubt(2)
    assert apply_rulings(JUDGED, {}) == JUDGED
    assert believe(believed, {}) is believed


@pytest.mark.parametrize(("role", "told"), [(Role.BODY, 0.9), (Role.RELATED, 0.1), (Role.TITLE, 0.1)])
def test_a_ruling_is_believed(role: Role, told: float) -> None:
    """A ruled block is told as surely as the ruling says body, and its role is believed; others are as they were."""
    found = believe(doubt(3), {1: Ruling(role, "site:a.example", 0.9)})
    assert found.told.tolist() == [0.5, pytest.approx(told), 0.5]
    assert ROLES[int(found.roles[1].argmax())] is role
    assert found.roles[[0, 2]].tolist() == doubt(2).roles.tolist()


@given(st.dictionaries(st.integers(0, 4), st.tuples(st.sampled_from(Role), st.floats(0, 1)), max_size=5))
def test_what_is_believed_stays_a_probability(rulings: dict[int, tuple[Role, float]]) -> None:
    """Whatever is ruled, beliefs stay between nothing and one, and those of roles add up to one."""
    found = believe(doubt(5), {index: Ruling(role, "why", sure) for index, (role, sure) in rulings.items()})
    assert ((found.told >= 0) & (found.told <= 1)).all()
    assert found.roles.sum(axis=1) == pytest.approx(1)


def test_the_belief_before_is_left_as_it_was() -> None:
    """Rulings make a new belief and do not change the one that was."""
    before = doubt(2)
    believe(before, {0: Ruling(Role.BODY, "embedded:state", 1.0)})
    assert before.told.tolist() == [0.5, 0.5]
