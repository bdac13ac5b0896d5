"""What the learned judge knows, as data: made by `scraper train`, read by `rules`, used by `cleaner.roles`."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]

FADING = 0.8
"""What is left of an element's names one element further in."""
NEAR = 8
"""Entries of a name's vector that count only on the block's own element and the one around it."""
OUTWARD = 12
"""Elements outwards whose names still count."""
STRIDES = (1, 2, 4)
"""Distances in blocks at which neighbours are looked at, one after the other."""


@dataclass(frozen=True, slots=True)
class Layer:
    """One linear map: `x @ weight + bias`."""

    weight: Matrix
    """Shape (inputs, outputs)."""
    bias: Matrix
    """Shape (outputs,)."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words with one vector each."""

    index: Mapping[str, int]
    """Row of each word; words that are not here say nothing."""
    vectors: Matrix
    """One row a word, and one of zeros at the end, for what says nothing."""


Line = tuple[tuple[float, float], ...]
"""What is believed and what was measured, both ascending; what lies between is interpolated."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """How the network's own numbers become probabilities that hold on pages it has not seen."""

    told: tuple[tuple[float, float], ...]
    """Factor and offset of the log-odds that a block is part of the story, for each sort of page."""
    role: float
    """Factor of the log-odds of roles."""
    sure: Line
    """From how sure the network is of a block's role to how often it is right."""
    page: Line
    """From the F1 that is expected of a page's text to the one that was measured."""


@dataclass(frozen=True, slots=True, eq=False)
class RoleWeights:
    """The learned judge."""

    name: str
    """Name and version, as `made_by.weights` of a record tells it."""
    mean: Matrix
    """Mean of each number of the features, shape (columns,)."""
    scale: Matrix
    """One over the standard deviation of each."""
    names: Vocabulary
    """Names of elements: the first `NEAR` entries of a vector for the two nearest elements, the rest for all around."""
    words: Vocabulary
    """Words of short blocks."""
    page: Vocabulary
    """What pages go by."""
    layers: Mapping[str, Layer]
    """All linear maps by name."""
    calibration: Calibration
    """How sure the network may be."""
    card: str
    """The model card, Markdown."""
