"""State that frameworks fold up."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.cleaner.embedded.revive import flight, rows, unfold


def test_references_are_undone() -> None:
    """An array whose members name each other becomes the value it stands for."""
    folded = [["Reactive", 1], {"title": 2, "tags": 3, "gone": -1}, "Rain", [4, 2], "north"]
    assert unfold(folded) == [{"title": "Rain", "tags": ["north", "Rain"], "gone": None}]


def test_circles_end() -> None:
    """A value that holds itself is unfolded once."""
    assert unfold([{"me": 0, "a": 1}, "x", "y"]) == {"me": None, "a": "x"}


@pytest.mark.parametrize("value", [None, [], [1, 2], {"a": 1}, [{"a": [1]}, "x", "y"], "text"])
def test_other_values_stay(value: object) -> None:
    """What is no such array comes back as it is."""
    assert unfold(value) == value


def test_rows_of_a_stream_are_read() -> None:
    """Rows of JSON and rows of text counted in bytes are read, whatever the script."""
    text = "Το πλοίο\nέφυγε"
    stream = f'0:["$","p",null,{{}}]\n1:T{len(text.encode()):x},{text}2:I["x"]\n:HL["y"]\n3:{{"a":1}}\n'
    assert list(rows(stream)) == [["$", "p", None, {}], {"html": text}, ["x"], {"a": 1}]


def test_pushes_are_joined() -> None:
    """All that a script pushes to the stream is one text."""
    program = f'self.__next_f.push([0]);self.__next_f.push([1,{json.dumps("a:")}]);self.__next_f.push([1,"b"])'
    assert flight(program) == "a:b"


@given(st.text())
def test_any_stream_ends(stream: str) -> None:
    """No stream raises or goes on for ever."""
    list(rows(stream))
