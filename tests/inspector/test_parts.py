"""Where the time goes."""

import pytest

from scraper import pipeline
from scraper.inspector.parts import PARTS, REST, measure_parts

PAGE = b"<html><body><h1>Rain</h1>" + b"<p>It rained all day in the valley, and nobody minded.</p>" * 20


def test_shares_of_all_parts_make_the_whole() -> None:
    """Every part has a share of the time, together with the rest they are all of it, and every page is ticked."""
    ticks: list[int] = []
    found = measure_parts([PAGE, PAGE], lambda: ticks.append(1))
    assert set(found) == {*PARTS, REST}
    assert sum(found.values()) == pytest.approx(1.0)
    assert min(found.values()) >= 0
    assert found["languages"] > 0
    assert len(ticks) == 2


def test_the_line_is_as_it_was_afterwards() -> None:
    """Once the time is measured, the line calls its own functions again."""
    before = {name: getattr(module, name) for module, names in PARTS.values() for name in names}
    measure_parts([PAGE], lambda: None)
    assert {name: getattr(module, name) for module, names in PARTS.values() for name in names} == before
    assert pipeline.decode.__module__ == "scraper.cleaner.decode"


def test_no_pages_take_no_time() -> None:
    """Without pages every share is nothing."""
    assert set(measure_parts([], lambda: None).values()) == {0.0}
