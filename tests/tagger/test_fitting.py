"""Adjusting penalties to texts."""

import numpy as np

from scraper.tagger.fitting import FIT, fitted
from scraper.tagger.profiles import group_of, penalties

PARTS = {
    "alphabet": np.array([ord("a"), ord("b")], np.uint32),
    "grams": np.array([[0, 0, 3], [0, 0, 4]], np.uint8),
    "rows": np.array([[0, 5], [0, 5]], np.uint8),
    "best": np.array([10, 10], np.uint16),
    "tags": np.array(["xx", "yy"]),
}
LINES = {"xx": ["aaa", "aa a"] * 40, "yy": ["bbb", "bb b"] * 40}


def test_what_decides_weighs_more() -> None:
    """After the adjustment texts that were wrong are right, and no penalty is negative."""
    rows = fitted(PARTS, "Latn", LINES, FIT)
    group = group_of(PARTS | {"rows": rows}, "Latn")
    assert penalties(["aaa", "bbb"], group).argmin(axis=1).tolist() == [0, 1]
    assert rows.min(axis=1).tolist() == [0, 0]


def test_the_adjustment_is_the_same_every_time() -> None:
    """Two adjustments give the same rows."""
    assert np.array_equal(fitted(PARTS, "Latn", LINES, FIT), fitted(PARTS, "Latn", LINES, FIT))
