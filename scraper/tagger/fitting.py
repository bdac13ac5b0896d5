"""Penalties adjusted to texts whose language is known, so that what tells languages apart weighs most.

Counts say how often a sequence stands in each language, not how much it decides: neighbouring sequences overlap, and
each repeats what the other said. So the table of penalties is taken as the starting point of a logistic regression
over languages, one weight a sequence and language, and moved by a few rounds of gradient steps (AdaGrad: Duchi,
Hazan, Singer 2011), held back towards the counts. No random numbers but those of a seeded generator.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from scraper.tagger.profiles import STEP, group_of, places

MOST: Final = 255
"""Largest stored penalty, in steps."""


@dataclass(frozen=True, slots=True)
class Fit:
    """The numbers of the adjustment; tuned on one half of the lines, measured on the other."""

    rounds: int = 3
    """Times that all texts are seen."""
    pace: float = 0.3
    """Size of the first steps, in natural-logarithm units of a penalty."""
    hold: float = 0.01
    """Pull of each penalty towards that of the counts."""
    temperature: float = 0.2
    """What one unit of penalty is worth when languages are told apart, as in the mixture of a page."""
    batch: int = 1500
    """Texts seen between two steps."""
    seed: int = 0
    """Order of the texts."""


FIT: Final = Fit()
"""The numbers in use."""


@dataclass(frozen=True, slots=True)
class _Texts:
    """Texts as the rows of their sequences."""

    rows: NDArray[np.intp]
    """Row of the sequence that ends at each character, all texts one after the other."""
    starts: NDArray[np.intp]
    """Where each text begins in `rows`."""
    lengths: NDArray[np.intp]
    """Characters of each text."""
    columns: NDArray[np.intp]
    """Column of each text's language."""


def fitted(
    parts: Mapping[str, NDArray[Any]], script: str, lines: Mapping[str, Sequence[str]], fit: Fit
) -> NDArray[np.uint8]:
    """Return the rows of `parts` (a group's arrays) adjusted to the cleaned texts of each tag of the group."""
    tags = list(map(str, parts["tags"]))
    texts = [text for tag in tags for text in lines[tag]]
    columns = np.repeat(np.arange(len(tags)), [len(lines[tag]) for tag in tags])
    found, lengths = places(texts, group_of(parts, script))
    starts = np.concatenate([[0], np.cumsum(lengths)[:-1]]).astype(np.intp)
    known = _Texts(found.astype(np.intp), starts, lengths, columns)
    weights = np.zeros((len(parts["rows"]) + 1, len(tags)), np.float32)
    weights[1:] = parts["rows"] * np.float32(-STEP)
    moved = _moved(weights, known, fit)[1:]
    steps = np.rint((moved.max(axis=1, keepdims=True) - moved) / STEP)
    rows: NDArray[np.uint8] = np.clip(steps, 0, MOST).astype(np.uint8)
    return rows


def _moved(first: NDArray[np.float32], texts: _Texts, fit: Fit) -> NDArray[np.float32]:
    """Return the weights after all rounds; row 0 is that of unknown sequences and stays zero."""
    weights, squares = first.copy(), np.full(first.shape, 1e-2, np.float32)
    generator = np.random.default_rng(fit.seed)
    for _ in range(fit.rounds):
        order = generator.permutation(len(texts.columns))
        for begin in range(0, len(order), fit.batch):
            rows, slope = _slope(weights, texts, order[begin : begin + fit.batch], fit.temperature)
            slope += fit.hold * (weights[rows] - first[rows])
            squares[rows] += slope * slope
            weights[rows] -= fit.pace * slope / np.sqrt(squares[rows])
            weights[0] = 0.0
    return weights


def _slope(
    weights: NDArray[np.float32], texts: _Texts, chosen: NDArray[np.intp], temperature: float
) -> tuple[NDArray[np.intp], NDArray[np.float32]]:
    """Rows that stand in the chosen texts, and the slope of their loss (cross-entropy) by each weight of those rows."""
    lengths = texts.lengths[chosen]
    ends = np.cumsum(lengths)
    owners = np.repeat(np.arange(len(chosen)), lengths)
    rows = texts.rows[np.arange(ends[-1]) + np.repeat(texts.starts[chosen] - (ends - lengths), lengths)]
    odds = np.add.reduceat(weights.take(rows, axis=0), ends - lengths, axis=0) * np.float32(temperature)
    chances = np.exp(odds - odds.max(axis=1, keepdims=True))
    chances /= chances.sum(axis=1, keepdims=True)
    chances[np.arange(len(chosen)), texts.columns[chosen]] -= 1.0
    order = np.argsort(rows, kind="stable")
    ordered = rows[order]
    cuts = np.flatnonzero(np.concatenate([[True], ordered[1:] != ordered[:-1]]))
    slope: NDArray[np.float32] = np.add.reduceat(chances.take(owners[order], axis=0), cuts, axis=0)
    return ordered[cuts], slope * np.float32(temperature)
