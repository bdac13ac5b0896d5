"""Faults of a file, all at once."""

from pathlib import Path

import pytest

from scraper.crawler.sources.faults import Faults, near, shown
from scraper.errors import SourcesError


def test_faults_come_in_the_order_of_lines():
    """Faults are told line by line, whatever order they were found in."""
    faults = Faults(Path("f.toml"), {("b",): 9, ("a",): 2})
    faults.add(("b",), "second")
    faults.at(("a",))("first", 3)
    with pytest.raises(SourcesError) as caught:
        faults.check()
    assert str(caught.value) == "f.toml:2: a[4]: first\nf.toml:9: b: second"
    assert len(faults) == 2


def test_no_fault_is_no_error():
    """A file without faults passes."""
    Faults(Path("f.toml"), {}).check()


def test_missing_fields_stand_at_the_table_they_are_missing_from():
    """A field that is not there is told at the line of its table, and of the file where there is none."""
    faults = Faults(Path("f.toml"), {("source", 1): 30})
    faults.add(("source", 1, "name"), "missing")
    faults.add(("state",), "missing")
    with pytest.raises(SourcesError, match=r"f\.toml:1: state: missing\nf\.toml:30: source\[2\]\.name: missing"):
        faults.check()


def test_fields_are_shown_counted_from_one():
    """Fields are written as a person would point at them."""
    assert shown(("source", 0, "include", 2)) == "source[1].include[3]"


def test_near_words_are_hinted_at():
    """A word spelled nearly so is hinted at, whatever its case, and a foreign one is not."""
    assert near("Exlcude", ["include", "exclude"]) == "; did you mean 'exclude'?"
    assert near("xyz", ["include", "exclude"]) == ""
