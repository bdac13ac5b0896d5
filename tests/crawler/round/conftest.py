"""A web for one test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.crawler.round.world import World


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """Serve a web for one test."""
    with World(tmp_path) as served:
        yield served
