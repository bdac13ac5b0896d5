"""Signatures."""

import sys

import numpy as np
import pytest

from scraper.cleaner.fingerprint import shingles
from scraper.dataset.dedup.minhash import SIZE, estimate, signature
from scraper.errors import MissingExtraError


def test_estimate_is_near_the_truth() -> None:
    """The share two sets have in common is estimated within a tenth and a half."""
    pytest.importorskip("rensa")
    for common in (0, 300, 700, 1000):
        one = np.arange(1000, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
        other = np.arange(1000 - common, 2000 - common, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
        assert abs(estimate(signature(one), signature(other)) - common / (2000 - common)) < 0.15


def test_signature_is_fixed() -> None:
    """The signature of a text is the same in every process and on every machine."""
    pytest.importorskip("rensa")
    found = signature(shingles("雨が降った、谷で。"))
    assert found.shape == (SIZE,)
    assert found[:3].tolist() == signature(shingles("雨が降った 谷で")).tolist()[:3]


def test_missing_package_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without rensa the message says what to install."""
    monkeypatch.setitem(sys.modules, "rensa", None)
    with pytest.raises(MissingExtraError, match=r"scraper\[dedup\]"):
        signature(shingles("a b c"))
