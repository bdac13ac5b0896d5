"""Frames of pandas, as Spark's `mapInPandas` sends and takes them."""

import pickle
import shutil
import sys
from typing import Any

import pytest

from scraper.cluster.spark import SCHEMA, Frames, clean_frames
from scraper.errors import MissingExtraError, UsageError
from scraper.pipeline import clean
from scraper.writer.record import encode
from tests.cluster.pages import SHORT, greedy, html

NAMES = ["url", "title", "text", "language", "confidence", "skipped", "record"]


@pytest.fixture
def pandas() -> Any:
    """Return pandas, where it is installed."""
    return pytest.importorskip("pandas", reason="needs pandas (extra test-data)")


def test_rows_are_records_in_order(pandas: Any) -> None:
    """Each frame gives a frame with a row a page, whose record is byte for byte that of the line."""
    urls = [f"https://e.example/{number}" for number in range(3)]
    frames = [
        pandas.DataFrame({"html": [html(0), html(1).encode()], "url": urls[:2]}),
        pandas.DataFrame({"html": [], "url": []}),
        pandas.DataFrame({"html": [html(2)], "url": urls[2:]}, index=[7]),
    ]
    first, empty, last = clean_frames(iter(frames))
    assert [[*frame.columns] for frame in (first, empty, last)] == [NAMES] * 3
    assert len(empty) == 0
    rows = [*first.to_dict("records"), *last.to_dict("records")]
    expected = [clean(page, url) for page, url in zip((html(0), html(1).encode(), html(2)), urls, strict=True)]
    assert [row["record"] for row in rows] == [encode(record).decode() for record in expected]
    assert [(row["title"], row["language"], row["skipped"]) for row in rows] == [
        (f"Day {number}", "en", None) for number in range(3)
    ]


def test_every_page_has_its_row(pandas: Any) -> None:
    """A page above the limits, a cell without a page and an address that is none cost their own rows only."""
    pages = [html(1), greedy(), None, float("nan"), html(2)]
    frame = pandas.DataFrame({"id": [5, 6, 7, 8, 9], "page": pandas.Series(pages, dtype=object), "at": [None] * 5})
    (made,) = Frames(html="page", url="at", keep=("id",), guard=SHORT)([frame])
    assert [*made.columns] == ["id", *NAMES]
    assert made["id"].tolist() == [5, 6, 7, 8, 9]
    assert made["skipped"].tolist() == [None, "timeout", "bad_row", "bad_row", None]
    assert made["text"].notna().tolist() == [True, False, False, False, True]


def test_wrong_column_is_named(pandas: Any) -> None:
    """Where frames have no such column the error says which they have."""
    with pytest.raises(UsageError, match="no column 'html'; it has content, url"):
        [*clean_frames([pandas.DataFrame({"content": ["x"], "url": ["y"]})])]


def test_columns_are_declared_for_spark() -> None:
    """What Spark is told is what frames have, and the function with its choices can be sent."""
    assert [column.split()[0] for column in SCHEMA.split(", ")] == NAMES
    assert pickle.loads(pickle.dumps(Frames(keep=("id",)))) == Frames(keep=("id",))


def test_without_pandas_the_error_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where pandas is missing the error names it."""
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(MissingExtraError, match="pandas"):
        [*clean_frames([])]


def test_spark_itself(pandas: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The line of the docs runs on Spark: partitions in, records out, one for each page."""
    sql = pytest.importorskip("pyspark.sql", reason="needs Spark")
    if shutil.which("java") is None:
        pytest.skip("Spark needs Java")
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    spark = sql.SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").getOrCreate()
    try:
        rows = [(number, html(number), f"https://e.example/{number}") for number in range(20)]
        pages = spark.createDataFrame(rows, "id long, html string, url string").repartition(2)
        plain = pages.mapInPandas(clean_frames, SCHEMA).collect()
        kept = pages.mapInPandas(Frames(keep=("id",)).__call__, f"id long, {SCHEMA}").collect()
    finally:
        spark.stop()
    expected = {number: encode(clean(page, url)).decode() for number, page, url in rows}
    assert sorted(row.record for row in plain) == sorted(expected.values())
    assert {row.id: row.record for row in kept} == expected
    assert {row.skipped for row in plain} == {None}
