"""Lines become rows."""

import io

import pytest

from scraper.errors import InputError
from scraper.storage.parquet import Shape, read_rows
from scraper.writer import table
from scraper.writer.table import open_table

pytest.importorskip("pyarrow")
SHAPES = {"a": Shape("string")}


def test_lines_are_rows_in_groups(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many groups the lines make, all are rows, and fields without a column are left out."""
    monkeypatch.setattr(table, "_GROUP", 10)
    target = io.BytesIO()
    with open_table(target, SHAPES) as rows:
        for number in range(5):
            rows.write(b'{"a":"%d","b":1}\n' % number)
    assert [row["a"] for row in read_rows(io.BytesIO(target.getvalue()))] == ["0", "1", "2", "3", "4"]


def test_error_leaves_no_table() -> None:
    """When the work breaks off there is no foot, so that what is there is no table."""
    target = io.BytesIO()
    with pytest.raises(InputError), open_table(target, SHAPES) as rows:
        rows.write(b'{"a":"x"}\nno row\n')
    with pytest.raises(OSError, match="Parquet"):
        [*read_rows(io.BytesIO(target.getvalue()))]
