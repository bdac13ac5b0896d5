"""Where in a TOML file each field stands."""

import tomllib
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from scraper.crawler.sources.lines import FieldPath, field_lines

TEXT = '''# a comment with [brackets] and "quotes
title = "not a [table] # nor a comment"   # yes
text = """
[source]
fake = 1
ends in quotes"""""
lines = [
  "first",  # with ] a comment
  'second', """third
  over two lines""",
  { a = 1, "b c".d = [2] },
]
dotted . "quoted key" = 'x = "y"'

[hosts."example.org"]
delay = 2

[[source]]
name = "one"

[[source]]
name = "two"
  [source.recrawl]
  on = true
'''


def paths(value: object, path: FieldPath = ()) -> Iterator[FieldPath]:
    """Yield the path of everything inside a parsed TOML value."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield (*path, key)
        yield from paths(inner, (*path, key))


def test_every_field_has_its_line():
    """Strings and arrays over several lines, comments, quoted keys and nested tables shift no line."""
    lines = field_lines(TEXT)
    where = {
        ("title",): 2,
        ("text",): 3,
        ("lines",): 7,
        ("lines", 0): 8,
        ("lines", 1): 9,
        ("lines", 2): 9,
        ("lines", 3, "a"): 11,
        ("lines", 3, "b c", "d", 0): 11,
        ("dotted", "quoted key"): 13,
        ("hosts", "example.org"): 15,
        ("hosts", "example.org", "delay"): 16,
        ("source", 0): 18,
        ("source", 1, "name"): 22,
        ("source", 1, "recrawl", "on"): 24,
    }
    assert {path: lines[path] for path in where} == where


def test_nothing_is_found_that_is_not_there():
    """Everything that has a line is in the file, and what looks like a field inside a string is not."""
    assert set(field_lines(TEXT)) <= set(paths(tomllib.loads(TEXT)))


def test_windows_line_ends_shift_nothing():
    """A file with CRLF has the same lines."""
    assert field_lines(TEXT.replace("\n", "\r\n")) == field_lines(TEXT)


def quoted(text: str) -> str:
    """Return a basic string of TOML, or one over several lines where it has line ends."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"""\n{escaped}"""' if "\n" in text else f'"{escaped}"'


STRINGS = st.text("ab[]{}=#,.'\" \n", max_size=12).map(quoted)
ARRAYS = st.lists(STRINGS, max_size=3).map(lambda items: "[\n" + ",\n # ]\n".join(items) + "\n]")
PLAIN = st.sampled_from(["1", "-2.5e3", "true", "1979-05-27T07:32:00Z", "'lit \" #'", "{ x = 1, y = ['}'] }", "[]"])
VALUES = STRINGS | ARRAYS | PLAIN


@given(st.lists(st.tuples(st.integers(0, 2), VALUES), max_size=8))
def test_lines_agree_with_the_reader(fields):
    """Whatever the values look like, each field of each table is found at the line where its name stands."""
    text = ""
    for number, (blanks, value) in enumerate(fields):
        header = "[[source]]\n" if number % 3 == 2 else ""
        text += "\n" * blanks + f"{header}key{number} = {value}\n"
    lines = field_lines(text)
    parsed = tomllib.loads(text)
    assert set(paths(parsed)) - {("source",)} == set(lines)
    for path, line in lines.items():
        if isinstance(path[-1], str) and path[-1].startswith("key"):
            assert text.split("\n")[line - 1].startswith(f"{path[-1]} = ")
