"""Scores as tables and as data."""

import json

from scraper.corpora.tokens import Overlap
from scraper.inspector.report import speed_data, speed_lines, story_data, story_lines, table
from scraper.inspector.speed import Race
from scraper.inspector.story_score import PageScore
from tests.inspector.pages import gold

STORY = {"scraper": Overlap(0.5, 0.4, 0.6), "peer": Overlap(0.25, 0.2, 0.3)}
SCORES = [
    PageScore(gold(), STORY, {"scraper": {"title": True}, "peer": {"title": False}}, (("lost", 2),), ()),
    PageScore(gold(id="2", text=""), {}, {"scraper": {"title": False}, "peer": {"title": False}}, (), ()),
]
RUN = Race({"scraper": [0.01], "peer": [0.02]}, 2**20)


def test_columns_are_aligned() -> None:
    """Words stand to the left and numbers to the right, no line ends in blanks."""
    assert [*table(["a", "n"], [["long", "1"], ["b", "10"]])] == ["a      n", "long   1", "b     10"]


def test_tables_say_what_was_left_out() -> None:
    """The tables have means, metadata and the worst pages, and say how many pages have no gold text."""
    lines = [*story_lines(SCORES, 5)]
    assert lines[1].split() == ["tiny", "all", "1", "0.500", "0.400", "0.600", "0.250"]
    assert "Pages without gold text, left out of these means: 1" in lines
    assert any(line.split() == ["tiny", "all", "title", "2", "0.500", "0.000"] for line in lines)
    assert lines[-2:] == ["    lost:   lost×2", "    leaked: -"]


def test_nothing_to_report_is_no_table() -> None:
    """Without pages there are no lines, and asking for no worst pages lists none."""
    assert [*story_lines([], 5)] == []
    assert not any("worst" in line for line in story_lines(SCORES, 0))


def test_data_is_what_the_tables_show() -> None:
    """The same figures come as plain data that JSON can carry."""
    data = json.loads(json.dumps(story_data(SCORES, 5)))
    assert (data["pages"], data["pages_without_gold_text"]) == (2, 1)
    assert data["story"][0]["scores"]["peer"]["f1"] == 0.25
    assert data["worst"][0]["lost"] == [["lost", 2]]


def test_speed_is_a_ratio() -> None:
    """Times are reported as how many times as long this package takes."""
    assert [line.split() for line in speed_lines(RUN)][2][-2:] == ["0.50", "0.50"]
    assert json.loads(json.dumps(speed_data(RUN)))["ratio"]["peer"] == {"all": 0.5, "median": 0.5}
