"""The learned judge's network, forward only: features of a page in, log-odds of every block out.

Numbers and names of a block become one vector; it is mixed with the mean of the blocks in each of the elements around
it, with its neighbours one, two and four blocks away (Yu and Koltun 2016, dilated convolutions), and with the elements
around it once more. Every step adds to the vector and takes nothing away. Training builds the same steps in another
library and must agree with this file; a test holds them together.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.features import Features
from scraper.cleaner.features.frame import Frame
from scraper.model.weights import FADING, NEAR, OUTWARD, STRIDES, Matrix, RoleWeights, Vocabulary

LIMIT = 6.0
"""Standard deviations beyond which a number is as far out as can be."""
POOLED = 4
"""Levels of the frame over which blocks are averaged; the whole page comes after them."""


class Output(NamedTuple):
    """What the network says of a page, before calibration."""

    told: Matrix
    """Log-odds that a block is part of the story, shape (blocks,)."""
    roles: Matrix
    """Log-odds of each role but for a constant, shape (blocks, roles)."""
    types: Matrix
    """The same of each sort of page, shape (types,)."""


def run(weights: RoleWeights, features: Features) -> Output:
    """Return what the network says of a page."""
    hidden = _relu(weights, "input", _input(weights, features))
    hidden = _around(weights, "first", hidden, features.frame)
    for stride in STRIDES:
        hidden = _beside(weights, stride, hidden)
    hidden = _around(weights, "second", hidden, features.frame)
    types = _linear(weights, "types", hidden.mean(axis=0, keepdims=True))
    return Output(_linear(weights, "told", hidden)[:, 0], _linear(weights, "roles", hidden), types[0])


def _input(weights: RoleWeights, features: Features) -> Matrix:
    """Return everything that is known of each block side by side."""
    numbers = features.numbers - weights.mean
    numbers *= weights.scale
    np.clip(numbers, -LIMIT, LIMIT, out=numbers)
    own = _sums(weights.names, features.names)
    around = features.frame
    above = own[:, :NEAR].take(around.above, axis=0)
    # The root is its own parent in the frame; nothing is above it.
    above[0] = 0
    near = own[:, :NEAR] + above
    words = _sums(weights.words, features.words)
    page = np.repeat(_sums(weights.page, [features.page]), len(numbers), axis=0)
    far = _faded(own[:, NEAR:], around)
    return np.concatenate([numbers, near[around.rows], far, words, page], axis=1, dtype=np.float32)


def _sums(vocabulary: Vocabulary, words: Sequence[tuple[str, ...]]) -> Matrix:
    """Return the sum of the vectors of each list of words, shape (lists, length of a vector)."""
    # Menus repeat: each list of words is added up once.
    distinct: dict[tuple[str, ...], int] = {}
    places = [distinct.setdefault(said, len(distinct)) for said in words]
    row, nothing = vocabulary.index.get, len(vocabulary.vectors) - 1
    numbers: list[int] = []
    starts: list[int] = []
    for said in distinct:
        starts.append(len(numbers))
        numbers += [number for number in map(row, said) if number is not None]
        numbers.append(nothing)
    sums: Matrix = np.add.reduceat(vocabulary.vectors.take(numbers, axis=0), starts, axis=0)
    return sums.take(places, axis=0)


def _faded(own: Matrix, around: Frame) -> Matrix:
    """Return for each block the names of the elements around it, those further out fainter."""
    parents, rows = around.above, around.rows
    total = own.take(rows, axis=0)
    alive: NDArray[np.float32] = np.ones((len(rows), 1), dtype=np.float32)
    for _ in range(OUTWARD - 1):
        alive *= (FADING * (rows > 0))[:, None].astype(np.float32)
        rows = parents.take(rows)
        total += alive * own.take(rows, axis=0)
    return total


def _around(weights: RoleWeights, name: str, hidden: Matrix, around: Frame) -> Matrix:
    """Mix each block with the mean of the blocks in each element around it, and of the whole page."""
    narrow = _relu(weights, f"{name}_narrow", hidden)
    sums = np.concatenate([np.zeros((1, narrow.shape[1]), dtype=np.float32), narrow.cumsum(axis=0)])
    means = (sums[around.end] - sums[around.first]) / (around.end - around.first)[:, None].astype(np.float32)
    held = [means[around.levels[:, level]] for level in range(POOLED)]
    page = np.broadcast_to(means[:1], (len(hidden), means.shape[1]))
    return hidden + _relu(weights, name, np.concatenate([*held, page], axis=1))


def _beside(weights: RoleWeights, stride: int, hidden: Matrix) -> Matrix:
    """Mix each block with those `stride` blocks before and after it; before the first and after the last is nothing."""
    narrow = _relu(weights, f"beside_{stride}_narrow", hidden)
    nothing = np.zeros((min(stride, len(narrow)), narrow.shape[1]), dtype=np.float32)
    before = np.concatenate([nothing, narrow[:-stride]])
    after = np.concatenate([narrow[stride:], nothing])
    return hidden + _relu(weights, f"beside_{stride}", np.concatenate([before, narrow, after], axis=1))


def _relu(weights: RoleWeights, name: str, values: Matrix) -> Matrix:
    """Apply a linear map and cut what is negative."""
    mapped = _linear(weights, name, values)
    return np.maximum(mapped, 0, out=mapped)


def _linear(weights: RoleWeights, name: str, values: Matrix) -> Matrix:
    """Apply a linear map."""
    layer = weights.layers[name]
    mapped: Matrix = values @ layer.weight
    mapped += layer.bias
    return mapped
