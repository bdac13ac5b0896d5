"""Tables of time."""

import json

from scraper.inspector.growth import Step
from scraper.inspector.speed import Race
from scraper.inspector.speed_report import Timing, timing_data, timing_lines

RACE = Race({"scraper": [0.01], "peer": [0.02]}, 2**20)
TIMING = Timing(RACE, {"parsing": 0.1, "languages": 0.3}, [Step(10_000, 0.01), Step(10_000_000, 5.0)])


def test_largest_part_stands_first() -> None:
    """Parts are listed by their share, and sizes with the time of each thousand bytes."""
    lines = [line.split() for line in timing_lines(TIMING)]
    assert lines.index(["languages", "30.0", "%"]) < lines.index(["parsing", "10.0", "%"])
    assert lines[-1] == ["10,000,000", "5000.0", "500"]


def test_growth_is_left_out_where_it_was_not_measured() -> None:
    """Without steps there is no table of sizes."""
    assert not any("bytes" in line for line in timing_lines(Timing(RACE, {}, ())))


def test_data_is_what_the_tables_show() -> None:
    """The same figures come as plain data that JSON can carry."""
    data = json.loads(json.dumps(timing_data(TIMING)))
    assert data["ratio"]["peer"]["median"] == 0.5
    assert data["parts"] == {"parsing": 0.1, "languages": 0.3}
    assert data["growth"][1] == {"bytes": 10_000_000, "ms": 5000.0}
