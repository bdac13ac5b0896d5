"""Pages in rows of Parquet."""

import io
from pathlib import Path
from typing import Any

import pytest

from scraper.model.document import Skipped
from scraper.model.page import FetchResult
from scraper.reader import Columns, Item, Unreadable, read

pa = pytest.importorskip("pyarrow")
from pyarrow import parquet  # noqa: E402


def write(path: Path, **columns: Any) -> Path:
    parquet.write_table(pa.table(columns), path, row_group_size=2)
    return path


def pages(path: Path, columns: Columns = Columns()) -> list[Item]:  # noqa: B008
    return [*read([str(path)], io.BytesIO(), columns)]


def test_rows_are_pages(tmp_path: Path) -> None:
    """Each row gives one page, numbered from 1, with its address where the column is there."""
    path = write(tmp_path / "p.parquet", url=["http://a/", None, ""], html=["<p>a", "<p>b", "<p>c"], other=[1, 2, 3])
    expected = [FetchResult(f"{path}#1", "<p>a", "http://a/"), FetchResult(f"{path}#2", "<p>b")]
    assert pages(path) == [*expected, FetchResult(f"{path}#3", "<p>c")]


def test_bytes_stay_bytes_under_chosen_names(tmp_path: Path) -> None:
    """Columns that are named are read, and a page that was kept as bytes stays so."""
    path = write(tmp_path / "p.parquet", body=pa.array([b"<p>\xff", None], pa.binary()), at=["http://a/", "http://b/"])
    first, second = pages(path, Columns(html="body", url="at"))
    assert first == FetchResult(f"{path}#1", b"<p>\xff", "http://a/")
    assert isinstance(second, Skipped)
    assert (second.skipped, second.url, second.detail) == ("bad_row", "http://b/", "`body` is missing")


def test_text_that_is_no_text_costs_no_other_row(tmp_path: Path) -> None:
    """A column of text with bytes that are no UTF-8 gives all its rows."""
    broken = pa.array([b"<p>a", b"<p>\xff", None], pa.binary()).view(pa.string())
    found = pages(write(tmp_path / "p.parquet", html=broken))
    assert [page.body for page in found if isinstance(page, FetchResult)] == ["<p>a", "<p>\ufffd"]


def test_file_without_the_column_names_its_own(tmp_path: Path) -> None:
    """Where the column of pages is missing the message lists those that are there."""
    (item,) = pages(write(tmp_path / "p.parquet", content=["x"]))
    assert isinstance(item, Unreadable)
    assert "no column `html`" in item.why
    assert "content" in item.why


@pytest.mark.parametrize("data", [b"", b"PAR1 nothing of the kind", b"PAR1" + bytes(99) + b"PAR1"])
def test_damaged_file_is_unreadable(tmp_path: Path, data: bytes) -> None:
    """A file that is no Parquet is an input that cannot be read."""
    path = tmp_path / "p.parquet"
    path.write_bytes(data)
    (item,) = pages(path)
    assert isinstance(item, Unreadable)
