"""How sure the network may be, measured on pages it has not seen.

Three things are fitted on out-of-fold pages. Factor and offset of the odds of being told, for each sort of page: the
ones with the best mean F1 (errors on one page go together, so the odds that are right block by block are too bold
page by page). A temperature for roles: the one with the least log loss. And two rising lines, from what is believed
to what is measured: for the probability of a role, and for the F1 a page is expected to have (isotonic regression by
pooling neighbours that violate the order).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.roles import decide
from scraper.cleaner.roles.decode import BETAS, ROLES, Belief, calibrate, choose
from scraper.cleaner.roles.network import Output
from scraper.model.options import Cut
from scraper.model.page_type import PAGE_TYPES
from scraper.model.weights import Calibration, Line
from scraper.training.examples import UNKNOWN, Example
from scraper.training.learning import UNCALIBRATED

_FACTORS = (0.3, 0.4, 0.5, 0.6, 0.8, 1.0)
_OFFSETS = (-0.8, -0.4, 0.0, 0.4)
_TEMPERATURES = (0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.15, 1.3)
_FEW = 40
"""Pages of a sort below which it takes what is best for all."""
_KNOTS = 12
"""Points of a line."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A page and what a network that has not learnt from it says."""

    example: Example
    """The page."""
    output: Output
    """What was said."""


def fit_calibration(seen: Sequence[Seen]) -> Calibration:
    """Return the calibration that suits these pages."""
    judged = [page for page in seen if (page.example.told == 1).any()]
    best = _best_odds(judged)
    kinds = [int(page.output.types.argmax()) for page in judged]
    told = []
    for kind in range(len(PAGE_TYPES)):
        same = [page for page, its in zip(judged, kinds, strict=True) if its == kind]
        told.append(_best_odds(same) if len(same) >= _FEW else best)
    labelled = [page for page in seen if (page.example.roles != UNKNOWN).any()]
    role = min(_TEMPERATURES, key=lambda factor: _log_loss(labelled, factor)) if labelled else 1.0
    rough = Calibration(tuple(told), role, UNCALIBRATED.sure, UNCALIBRATED.page)
    return Calibration(tuple(told), role, _line(_sureness(labelled, rough)), _line(_expectations(judged, rough)))


def f1_of(example: Example, told: NDArray[np.bool_]) -> float:
    """Return the F1 of the tokens of these blocks against what the gold says; what it does not know is left out."""
    known = example.told != UNKNOWN
    right = float(example.tokens[known & told & (example.told == 1)].sum())
    wanted, given = example.tokens[example.told == 1].sum(), example.tokens[known & told].sum()
    return 2 * right / max(1.0, float(wanted + given))


def belief_of(page: Seen, calibration: Calibration) -> Belief:
    """Return what is believed of a page; its text is measured in tokens, as scores do."""
    return calibrate(page.output, page.example.tokens.astype(np.float64), calibration)


def _best_odds(pages: Sequence[Seen]) -> tuple[float, float]:
    """Return the factor and offset with the best mean F1; the first of equals is the least change."""
    pairs = sorted(((f, o) for f in _FACTORS for o in _OFFSETS), key=lambda pair: (abs(pair[1]), 1 - pair[0]))
    return max(pairs, key=lambda pair: round(_mean_f1(pages, pair), 4))


def _mean_f1(pages: Sequence[Seen], odds: tuple[float, float]) -> float:
    """Return the mean F1 with these odds."""
    scores = [f1_of(page.example, choose(_told(page, odds), BETAS[Cut.BALANCED])[0]) for page in pages]
    return float(np.mean(scores)) if scores else 0.0


def _told(page: Seen, odds: tuple[float, float]) -> Belief:
    """Return what is believed with these odds of being told; of roles nothing, which would cost most of the time."""
    told = 1 / (1 + np.exp(-odds[0] * page.output.told.astype(np.float64) - odds[1]))
    return Belief(told, np.empty((0, 0)), page.example.tokens.astype(np.float64))


def _log_loss(pages: Iterable[Seen], factor: float) -> float:
    """Return the mean log loss of the roles given by hand."""
    calibration = Calibration(UNCALIBRATED.told, factor, UNCALIBRATED.sure, UNCALIBRATED.page)
    losses = []
    for page in pages:
        known = page.example.roles != UNKNOWN
        roles = belief_of(page, calibration).roles[known, page.example.roles[known]]
        losses.append(-np.log(np.maximum(1e-6, roles)))
    return float(np.concatenate(losses).mean())


def _sureness(pages: Iterable[Seen], calibration: Calibration) -> list[tuple[float, float]]:
    """Return for every block labelled by hand how sure its role was, and whether it was right."""
    pairs: list[tuple[float, float]] = []
    for page in pages:
        nothing = np.zeros(len(page.example.tokens), dtype=bool)
        decision = decide(belief_of(page, calibration), nothing, Cut.BALANCED, calibration)
        for sure, role, wanted in zip(decision.sure, decision.roles, page.example.roles.tolist(), strict=True):
            if wanted != UNKNOWN:
                pairs.append((sure, float(ROLES.index(role) == wanted)))
    return pairs


def _expectations(pages: Iterable[Seen], calibration: Calibration) -> list[tuple[float, float]]:
    """Return for every page the F1 that was expected, and the one that it has."""
    pairs = []
    for page in pages:
        told, expected = choose(belief_of(page, calibration), BETAS[Cut.BALANCED])
        pairs.append((expected, f1_of(page.example, told)))
    return pairs


def _line(pairs: Sequence[tuple[float, float]]) -> Line:
    """Return the rising line through pairs of belief and truth: few points, each the mean of as many pairs."""
    if len(pairs) < _KNOTS:
        return UNCALIBRATED.page
    # By belief alone: among equal beliefs the wrong ones must not come first, or the line would end too high.
    chunks = np.array_split(np.array(sorted(pairs, key=lambda pair: pair[0])), _KNOTS)
    pools = [[chunk[:, 0].mean(), chunk[:, 1].mean(), float(len(chunk))] for chunk in chunks]
    merged: list[list[float]] = []
    for pool in pools:
        merged.append(pool)
        while len(merged) > 1 and not all(one < other for one, other in zip(*map(_point, merged[-2:]), strict=True)):
            merged[-2:] = [_pooled(merged[-2], merged[-1])]
    return tuple(map(_point, merged))


def _point(pool: Sequence[float]) -> tuple[float, float]:
    """Return belief and truth as they are kept: what differs by less is the same."""
    return round(float(pool[0]), 4), round(float(pool[1]), 4)


def _pooled(one: Sequence[float], other: Sequence[float]) -> list[float]:
    """Return the weighted mean of two points."""
    weight = one[2] + other[2]
    mean = [(one[index] * one[2] + other[index] * other[2]) / weight for index in (0, 1)]
    return [*mean, weight]
