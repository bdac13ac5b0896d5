"""Deciding what each block is for: the learned judge, the whole page at once.

View -> features -> network -> belief -> rulings, copies -> which blocks tell the story -> one role a block -> reasons
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from scraper.cleaner.features import Features, measure_page
from scraper.cleaner.roles.copies import told_twice
from scraper.cleaner.roles.decode import BETAS, ROLES, Belief, Flags, assign, calibrate, choose, confidence, measured
from scraper.cleaner.roles.network import run
from scraper.cleaner.roles.page_type import page_type
from scraper.cleaner.roles.reasons import reasons
from scraper.cleaner.roles.rulings import apply_rulings, believe
from scraper.cleaner.view import View
from scraper.model.judgement import Judgement, Rulings
from scraper.model.options import Cut
from scraper.model.segment import Role
from scraper.model.weights import Calibration, RoleWeights

__all__ = ["Decision", "Reading", "decide", "read_roles"]

_APART = (Role.TITLE, Role.BYLINE, Role.CAPTION)
"""Roles of the main story that have fields of their own and are not part of its text."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How a page is to be read."""

    judgements: Sequence[Judgement]
    """Role, confidence and reasons of each block."""
    told: Sequence[bool]
    """Which blocks make the text of the story, as the chosen view cuts it."""
    confidence: float
    """F1 that the text is expected to have, 0 to 1."""
    page_type: str
    """What sort of page it is."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided of a page, before reasons are named."""

    roles: Sequence[Role]
    """Role of each block."""
    sure: Sequence[float]
    """Its probability."""
    told: Flags
    """Which blocks make the text."""
    copies: Flags
    """Which blocks are copies of others."""
    expected: float
    """F1 that the text is expected to have."""


def read_roles(view: View, url: str | None, rulings: Rulings, guide: tuple[RoleWeights, Cut]) -> Reading:
    """Return how a page with at least one block is to be read; `guide` is the judge and how much goes into the text."""
    weights, cut = guide
    features = measure_page(view, url)
    output = run(weights, features)
    sizes = np.array([fact.size for fact in view.facts])
    belief = believe(calibrate(output, sizes, weights.calibration), rulings)
    decision = decide(belief, told_twice(view.blocks, belief.told), cut, weights.calibration)
    judgements = apply_rulings(_judgements(view, features, decision), rulings)
    told = [
        is_told and judgement.role not in _APART
        for is_told, judgement in zip(decision.told.tolist(), judgements, strict=True)
    ]
    return Reading(judgements, told, decision.expected, page_type(output.types, features.page))


def decide(belief: Belief, copies: Flags, cut: Cut, calibration: Calibration) -> Decision:
    """Return one role a block and the blocks that make the text."""
    belief = replace(belief, told=np.where(copies, 0.0, belief.told))
    told, expected = choose(belief, BETAS[Cut.BALANCED])
    columns = assign(belief, told)
    roles = [ROLES[column] for column in columns.tolist()]
    text = told if cut is Cut.BALANCED else choose(belief, BETAS[cut])[0]
    sure = measured(confidence(belief, told, columns), calibration.sure).round(2).tolist()
    return Decision(roles, sure, text, copies, round(float(measured(np.array(expected), calibration.page)), 2))


def _judgements(view: View, features: Features, decision: Decision) -> list[Judgement]:
    """Return role, confidence and reasons of each block."""
    named = reasons(view, features, decision.roles, decision.sure)
    for index in np.flatnonzero(decision.copies).tolist():
        named[index] = ("copy", *named[index])
    return list(map(Judgement, decision.roles, decision.sure, named))
