"""Deciding what each block is for: the learned judge, the whole page at once.

View -> features -> network -> belief -> site memory, rulings, copies -> which blocks tell the story
     -> one role a block -> reasons
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import repeat
from typing import NamedTuple

import numpy as np

from scraper.cleaner.features import Features, measure_page
from scraper.cleaner.roles.copies import told_twice
from scraper.cleaner.roles.decode import BETAS, ROLES, Belief, Flags, assign, calibrate, choose, confidence, measured
from scraper.cleaner.roles.network import run
from scraper.cleaner.roles.page_type import page_type
from scraper.cleaner.roles.reasons import reasons
from scraper.cleaner.roles.rulings import apply_rulings, believe
from scraper.cleaner.roles.standing import ENTRIES_RECUR, doubted, pages_with
from scraper.cleaner.view import View
from scraper.model.judgement import Judgement, Rulings
from scraper.model.options import Cut
from scraper.model.segment import Role
from scraper.model.site_memory import SiteMemory
from scraper.model.weights import Calibration, RoleWeights

__all__ = ["Decision", "Guide", "Reading", "decide", "read_roles"]

_OF_ONE_PAGE = frozenset({Role.TITLE, Role.BODY, Role.CAPTION})
_APART = (Role.TITLE, Role.BYLINE, Role.CAPTION)
"""Roles of the main story that have fields of their own and are not part of its text."""


class Guide(NamedTuple):
    """What a page is read by."""

    weights: RoleWeights
    """What the learned judge knows."""
    cut: Cut = Cut.BALANCED
    """How much goes into the text."""
    memory: SiteMemory | None = None
    """What stood on other pages of the host."""


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


def read_roles(view: View, url: str | None, rulings: Rulings, guide: Guide) -> Reading:
    """Return how a page with at least one block is to be read."""
    weights, cut, memory = guide
    features = measure_page(view, url)
    output = run(weights, features)
    sizes = np.array([fact.size for fact in view.facts])
    belief = calibrate(output, sizes, weights.calibration)
    texts = [block.text for block in view.blocks]
    sort = page_type(output.types, features.page)
    standing = pages_with(texts, memory if sort not in ENTRIES_RECUR else None)
    belief = believe(doubted(belief, texts, standing), rulings)
    decision = decide(belief, told_twice(view.blocks, belief.told), cut, weights.calibration)
    named = _judgements(view, features, decision)
    if memory is not None:
        named = [*map(_remembered, named, standing.tolist(), repeat(memory.pages))]
    judgements = apply_rulings(named, rulings)
    told = [
        is_told and judgement.role not in _APART
        for is_told, judgement in zip(decision.told.tolist(), judgements, strict=True)
    ]
    return Reading(judgements, told, decision.expected, sort)


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


def _remembered(judgement: Judgement, pages: int, of: int) -> Judgement:
    """Return a judgement that names, where that speaks for the role, on how many other pages the text stands."""
    if not pages or judgement.role in _OF_ONE_PAGE:
        return judgement
    return judgement._replace(reasons=(f"site_memory:{pages}/{of}", *judgement.reasons))
