"""A small judge with weights from a hat: what it says means nothing, but it says it as the learned one does."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.random import Generator

from scraper.cleaner.features import COLUMNS
from scraper.cleaner.roles.network import POOLED
from scraper.model.page_type import PAGE_TYPES
from scraper.model.segment import Role
from scraper.model.weights import NEAR, STRIDES, Calibration, Layer, Matrix, RoleWeights, Vocabulary

WIDTH, NARROW = 12, 5
NAME, WORD, PAGE = NEAR + 6, 4, 3
SAME = ((0.0, 0.0), (1.0, 1.0))
PLAIN = Calibration(((1.0, 0.0),) * len(PAGE_TYPES), 1.0, SAME, SAME)
"""Calibration that changes nothing."""
NAMES = ("<div", "<li", "<nav", "<p", "content", "entry+content", "related", "role=navigation", "share")
WORDS = ("=share", "=teilen", "^related", "articles$", "©")
PAGES = ("//1", "/news", "@newsarticle", "og:type=article")


def some_weights(seed: int = 1, calibration: Calibration = PLAIN) -> RoleWeights:
    """Return weights of the right shapes, the same for the same seed."""
    chance = np.random.default_rng(seed)
    columns = len(COLUMNS)
    return RoleWeights(
        name=f"hat-{seed}",
        mean=chance.normal(size=columns).astype(np.float32),
        scale=chance.uniform(0.1, 1, columns).astype(np.float32),
        names=_vocabulary(chance, NAMES, NAME),
        words=_vocabulary(chance, WORDS, WORD),
        page=_vocabulary(chance, PAGES, PAGE),
        layers={name: Layer(_hat(chance, *shape), _hat(chance, shape[1])) for name, shape in _shapes(columns).items()},
        calibration=calibration,
        card="# A judge from a hat\n\nНичего не знает. 一無所知。\n",
    )


def sure_of(weights: RoleWeights, told: float, role: Role) -> RoleWeights:
    """Return weights that have made up their mind: the same log-odds of being told, and one role, for every block."""
    nothing = {name: Layer(layer.weight * 0, layer.bias * 0) for name, layer in weights.layers.items()}
    roles = np.array([8.0 if other is role else 0.0 for other in Role], dtype=np.float32)
    nothing["told"] = replace(nothing["told"], bias=np.array([told], dtype=np.float32))
    nothing["roles"] = replace(nothing["roles"], bias=roles)
    return replace(weights, layers=nothing)


def _shapes(columns: int) -> dict[str, tuple[int, int]]:
    """Return inputs and outputs of each linear map."""
    mixing = {f"{name}_narrow": (WIDTH, NARROW) for name in ("first", "second", *(f"beside_{by}" for by in STRIDES))}
    return {
        "input": (columns + NAME + WORD + PAGE, WIDTH),
        **mixing,
        **dict.fromkeys(("first", "second"), (NARROW * (POOLED + 1), WIDTH)),
        **{f"beside_{by}": (3 * NARROW, WIDTH) for by in STRIDES},
        "told": (WIDTH, 1),
        "roles": (WIDTH, len(Role)),
        "types": (WIDTH, len(PAGE_TYPES)),
    }


def _vocabulary(chance: Generator, words: Sequence[str], length: int) -> Vocabulary:
    """Return words with vectors from the hat, and zeros for what is none of them."""
    vectors = np.concatenate([_hat(chance, len(words), length), np.zeros((1, length), dtype=np.float32)])
    return Vocabulary({word: row for row, word in enumerate(words)}, vectors)


def _hat(chance: Generator, *shape: int) -> Matrix:
    """Draw an array whose numbers half precision can hold, so that writing and reading changes nothing."""
    return (chance.normal(size=shape) / np.sqrt(shape[0])).astype(np.float16).astype(np.float32)
