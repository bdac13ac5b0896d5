"""How a crawl is run when nothing is said."""

import os

import pytest

from scraper.crawler.round.manner import Manner, default_workers


@pytest.mark.parametrize(("cores", "workers"), [(1, 1), (2, 1), (8, 7), (None, 1)])
def test_one_core_is_left_for_the_crawl(monkeypatch: pytest.MonkeyPatch, cores: int | None, workers: int) -> None:
    """Pages are read by one process for each core but one, and by at least one."""
    monkeypatch.setattr(os, "cpu_count", lambda: cores)
    assert default_workers() == Manner().workers == workers


def test_this_machine_is_not_asked() -> None:
    """Without being told otherwise a crawl connects to public addresses only."""
    guard = Manner().guard
    assert not guard.allow_loopback
    assert not guard.allow_private
