"""The shape of detectors."""

import numpy as np
import pytest

from scraper.errors import MissingExtraError
from scraper.tagger.detectors import DETECTORS, Detector
from scraper.tagger.detectors.detector import below_best, installed


def test_a_missing_package_says_what_to_install() -> None:
    """The error names the detector, the package and the command that installs it."""
    with pytest.raises(MissingExtraError, match=r"'x' needs the package no-such-thing: pip install 'scraper\[y\]'"):
        installed("no-such-thing", "x", "y")


def test_an_installed_package_has_a_version() -> None:
    """The version starts with the package's name."""
    assert installed("numpy", "x", "y") == f"numpy {np.__version__}"


def test_probabilities_become_penalties() -> None:
    """The most likely has none, the others the logarithm of the odds, bounded from above."""
    found = below_best(np.array([[0.8, 0.2, 0.0], [0.0, 0.0, 0.0]]), 0.01)
    assert found[0] == pytest.approx([0.0, np.log(4), np.log(80)])
    assert found[1].tolist() == [0.0, 0.0, 0.0]
    assert below_best(np.zeros((0, 3)), 0.01).shape == (0, 3)


@pytest.mark.parametrize("row", DETECTORS.values(), ids=lambda row: row.name)
def test_rows_are_complete(row: Detector) -> None:
    """Every row is found by its name, tells several languages in each of its scripts, and has a scale."""
    assert DETECTORS[row.name] is row
    assert all(len(set(tags)) == len(tags) >= 2 for tags in row.languages().values())
    assert {"Latn", "Cyrl", "Arab", "Deva"} <= set(row.languages())
    assert row.temperature > 0
