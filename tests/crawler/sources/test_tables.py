"""Tables of a sources file."""

from pathlib import Path

import pytest

from scraper.crawler.sources.faults import Faults
from scraper.crawler.sources.fields import Field
from scraper.crawler.sources.tables import only, read_fields, read_table
from scraper.crawler.sources.values import switch, text
from scraper.errors import SourcesError

FIELDS = {"name": Field(text, required=True), "on": Field(switch)}


def told(faults: Faults) -> str:
    """Return all that was complained of."""
    with pytest.raises(SourcesError) as caught:
        faults.check()
    return str(caught.value)


def test_right_fields_are_read():
    """What is given and right is returned, and nothing is made up for what is not given."""
    faults = Faults(Path("f"), {})
    assert read_fields({"name": "x"}, (), FIELDS, faults) == {"name": "x"}
    assert len(faults) == 0


def test_wrong_fields_are_left_out_and_told():
    """Unknown, missing and wrong fields are told each, and the right ones are still read."""
    faults = Faults(Path("f"), {})
    assert read_fields({"on": "x", "nam": "y", "elsewhere": 1}, (), FIELDS, faults, ["elsewhere"]) == {}
    assert told(faults).split("\n") == [
        "f:1: nam: unknown field; did you mean 'name'?",
        "f:1: name: missing; it has to be given",
        "f:1: on: expected true or false, found 'x'",
    ]


def test_a_table_has_to_be_one():
    """A value where a table is expected is told, and a missing table lacks its required fields."""
    faults = Faults(Path("f"), {})
    assert read_table({"t": 3}, ("t",), FIELDS, faults) == {}
    assert read_table({}, ("t",), FIELDS, faults) == {}
    assert told(faults) == "f:1: t: expected a table [t], found 3\nf:1: t.name: missing; it has to be given"


def test_fields_are_picked_and_renamed():
    """Only what was given is handed on, so that defaults stand in one place."""
    assert only({"a": 1, "b": 2}, "a", "z", c="b", d="y") == {"a": 1, "c": 2}
