"""Rows in columns."""

import io

import pytest

from scraper.storage.parquet import Columns, Shape, column_names, read_rows

pytest.importorskip("pyarrow")

TEXT = Shape("string")
SHAPES = {
    "name": TEXT,
    "size": Shape("int64"),
    "share": Shape("map", Shape("double")),
    "parts": Shape("list", Shape("struct", fields={"text": TEXT, "hidden": Shape("bool")})),
}
ROW = {"name": "a", "size": 1, "share": [{"key": "en", "value": 0.5}], "parts": [{"text": "x", "hidden": False}]}


def written(*rows: dict[str, object]) -> io.BytesIO:
    target = io.BytesIO()
    columns = Columns(target, SHAPES)
    for row in rows:
        columns.write([row])
    columns.close()
    return io.BytesIO(target.getvalue())


def test_rows_come_back() -> None:
    """Nested values come back, maps as pairs, and what a row lacks is null."""
    first, second = read_rows(written(ROW, {"name": "b"}))
    assert first == ROW
    assert second == {"name": "b", "size": None, "share": None, "parts": None}


def test_only_wanted_columns_are_read() -> None:
    """Columns that were not asked for are left out, those that are not there are no fault."""
    assert [*read_rows(written(ROW), ["size", "none"])] == [{"size": 1}]
    assert column_names(written()) == [*SHAPES]


def test_same_rows_give_the_same_bytes() -> None:
    """A file depends on its rows alone."""
    assert written(ROW).getvalue() == written(ROW).getvalue()
