"""Values in programs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.cleaner.embedded.literals import assigns, string, values

VALUE = {"a": "x y", "b": [1, None]}


@pytest.mark.parametrize(
    "program",
    [
        'window.__STATE__ = {"a": "x y", "b": [1, null]};more()',
        'window["__STATE__"]={"a":"x y","b":[1,undefined]}',
        'var initialState = {"a": "x y", "b": [1, null]}; window.x = 1;',
        r'window.__STATE__ = JSON.parse("{\"a\":\"x y\",\"b\":[1,null]}")',
        'self.__STATE__ = JSON.parse(\'{"a":"x y","b":[1,null]}\')',
        'window.__STATE__ = JSON.parse(decodeURIComponent("%7B%22a%22%3A%22x%20y%22%2C%22b%22%3A%5B1%2Cnull%5D%7D"))',
    ],
)
def test_assigned_values_are_read(program: str) -> None:
    """State is read however a page writes it down."""
    assert assigns(program)
    assert list(values(program)) == [VALUE]


def test_a_function_gives_its_pairs() -> None:
    """Of a value that only a program could work out, names and strings are kept in order."""
    program = 'window.__NUXT__=(function(a,b){return {title:a,body:"One",html:"Two"}}("x",null))'
    assert list(values(program)) == [[{"body": "One"}, {"html": "Two"}]]


def test_dates_become_their_argument() -> None:
    """What is made of an argument is read as the argument."""
    assert list(values('window.__S = {"d": new Date("2025-01-01")}')) == [{"d": "2025-01-01"}]


@given(st.text())
def test_any_program_is_borne(program: str) -> None:
    """No text of a program raises, and a quoted string comes back as some string."""
    list(values(f"window.__S = {program}"))
    assert isinstance(string(f'"{program}"'), str)
