"""What sort of page it is."""

import numpy as np
import pytest

from scraper.cleaner.roles.page_type import DECLARED, page_type
from scraper.model.page_type import PAGE_TYPES


@pytest.mark.parametrize("kind", PAGE_TYPES)
def test_network_decides_where_the_page_says_nothing(kind: str) -> None:
    """Without a declared type the likeliest one is it."""
    assert page_type((np.array(PAGE_TYPES) == kind).astype(np.float32), ("body=home", "/2024")) == kind


def test_first_declared_type_counts() -> None:
    """A page that calls itself a product first and a question later is a product, where the network is undecided."""
    assert page_type(np.zeros(len(PAGE_TYPES), dtype=np.float32), ("@webpage", "@product", "@question")) == "product"


def test_surer_network_overrules_the_page() -> None:
    """What the page calls itself is evidence, not law."""
    odds = np.where(np.array(PAGE_TYPES) == "service", 5.0, 0.0).astype(np.float32)
    assert page_type(odds, ("@product",)) == "service"


def test_declared_types_are_page_types() -> None:
    """Whatever a page may call itself stands for one of the seven types."""
    assert set(DECLARED.values()) <= set(PAGE_TYPES)
