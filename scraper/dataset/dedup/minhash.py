"""Signatures of stories that tell how much two have in common; the only file that knows rensa.

Source: A. Broder, "On the resemblance and containment of documents", 1997.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from scraper.errors import MissingExtraError

SIZE: Final = 128
"""Numbers of a signature."""

LEAST: Final = 0.7
"""Share of triples in common from which on two stories are near-duplicates."""

_SEED: Final = 7


def signature(shingles: NDArray[np.uint64]) -> NDArray[np.uint32]:
    """Return the signature of a set of numbers, of shape (`SIZE`,). Raises MissingExtraError."""
    try:
        from rensa import RMinHash
    except ImportError as fault:
        raise MissingExtraError("finding near-duplicates needs rensa: pip install 'scraper[dedup]'") from fault
    made = RMinHash(num_perm=SIZE, seed=_SEED)
    made.update(shingles.astype("<u8").view("V8").tolist())
    return np.array(made.digest(), dtype=np.uint32)


def estimate(one: NDArray[np.uint32], other: NDArray[np.uint32]) -> float:
    """Return about which share of their triples two stories have in common, from their signatures."""
    return float(np.count_nonzero(one == other)) / SIZE
