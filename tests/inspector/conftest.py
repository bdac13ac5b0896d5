"""A browser for all tests that look at pages: one process can drive only one at a time."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.chromium import chromium


@pytest.fixture(scope="package")
def browser() -> Iterator[Any]:
    """Start Chromium once; without it the tests are skipped and say so."""
    with chromium() as running:
        yield running
