"""From odds block by block to one reading of the page.

The story is the set of blocks with the highest expected F1 against what the network believes (Lewis 1995: take blocks
in order of probability until one more would lower it). So a page about which the network is unsure keeps what is
likeliest instead of nothing, and one about which it is sure keeps only what is sure. Other views of the same page
weigh recall against precision otherwise (F-beta) and need no second run.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.roles.network import Output
from scraper.model.options import Cut
from scraper.model.segment import Role
from scraper.model.weights import Calibration, Line

ROLES = tuple(Role)
_COLUMN: Mapping[Role, int] = {role: column for column, role in enumerate(ROLES)}
_TITLE, _BYLINE, _BODY, _CAPTION = (_COLUMN[role] for role in (Role.TITLE, Role.BYLINE, Role.BODY, Role.CAPTION))

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


BETAS: Mapping[Cut, float] = MappingProxyType({Cut.BALANCED: 1.0, Cut.PRECISE: 0.4, Cut.COMPLETE: 2.5})
"""How many times recall counts as much as precision."""
_LEAST = 0.1
"""Probability below which no block is told, however empty the page."""


@dataclass(frozen=True, slots=True)
class Belief:
    """What is believed of each block, calibrated."""

    told: Floats
    """Probability that a block is part of the story, shape (blocks,)."""
    roles: Floats
    """Probability of each role, shape (blocks, roles)."""
    sizes: Floats
    """How much text each block has, shape (blocks,)."""


def calibrate(output: Output, sizes: Floats, calibration: Calibration) -> Belief:
    """Turn the network's odds into probabilities."""
    # Which odds hold depends on the sort of page: an article's are sharp, a shop window's are not.
    factor, offset = calibration.told[int(output.types.argmax())]
    told = 1 / (1 + np.exp(-factor * output.told.astype(np.float64) - offset))
    odds = np.exp(calibration.role * (output.roles - output.roles.max(axis=1, keepdims=True)).astype(np.float64))
    return Belief(told, odds / odds.sum(axis=1, keepdims=True), sizes)


def choose(belief: Belief, beta: float) -> tuple[Flags, float]:
    """Return which blocks to tell, and the expected F-beta of telling these."""
    order = np.argsort(-belief.told, kind="stable")
    told, sizes = belief.told[order], belief.sizes[order]
    right = np.cumsum(told * sizes)
    weight = beta * beta
    expected = (1 + weight) * right / np.maximum(1e-9, np.cumsum(sizes) + weight * right[-1])
    best = int(expected.argmax())
    chosen = belief.told >= max(_LEAST, float(told[best]))
    return chosen, float(expected[best]) if chosen.any() else 0.0


def assign(belief: Belief, told: Flags) -> NDArray[np.int64]:
    """Return the column of each block's role: what is told is body, title, byline or caption, all else is not body."""
    roles = belief.roles.copy()
    _one_title(roles, told)
    inside, outside = roles.copy(), roles
    inside[:, [column for column in range(len(ROLES)) if column not in (_TITLE, _BYLINE, _BODY, _CAPTION)]] = 0
    outside[:, _BODY] = 0
    best: NDArray[np.int64] = np.where(told, inside.argmax(axis=1), outside.argmax(axis=1))
    return best


def _one_title(roles: Floats, told: Flags) -> None:
    """Leave the role of title to the likeliest block."""
    best = int(roles[:, _TITLE].argmax())
    others = np.arange(len(roles)) != best
    # A second headline that is told is a sub-heading; one that is not told leads elsewhere.
    roles[others & told, _BODY] += roles[others & told, _TITLE]
    roles[others, _TITLE] = 0


def confidence(belief: Belief, told: Flags, columns: NDArray[np.int64]) -> Floats:
    """Return the probability of each block's role: of being told and, what is told or not, of being this."""
    rows = np.arange(len(belief.told))
    of_told = np.where(told, belief.told, 1 - belief.told)
    body = belief.roles[:, _BODY]
    given = belief.roles[rows, columns] / np.maximum(1e-9, np.where(told, 1, 1 - body))
    sure: Floats = np.where(columns == _BODY, belief.told, np.minimum(of_told, np.minimum(1, given)))
    return sure


def measured(believed: Floats, line: Line) -> Floats:
    """Return what was measured where this was believed."""
    known, true = zip(*line, strict=True)
    found: Floats = np.interp(believed, known, true)
    return found
