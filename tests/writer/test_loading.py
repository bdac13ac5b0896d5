"""What is written loads in the tools of data teams, with one line each."""

from pathlib import Path
from typing import Any

import pytest

from scraper.model.segment import Role
from scraper.writer.formats import FORMATS
from scraper.writer.manifest import Task
from scraper.writer.shard import Manner, open_shard
from tests.writer.records import document, segment, skipped

RECORDS = (
    document(segment("雨が降った。"), segment("Share", Role.SHARE)),
    skipped(),
    document(segment("Rain."), http=None, url=None, published=None),
)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Return a folder of two shards in each format."""
    pytest.importorskip("pyarrow")
    for form, packing in (("jsonl", ""), ("jsonl", ".gz"), ("jsonl", ".zst"), ("parquet", "")):
        for name in ("a-1", "b-2"):
            with open_shard(Manner(tmp_path / f"{form}{packing}", FORMATS[form], packing), Task(name, (), {})) as shard:
                for record in RECORDS:
                    shard.write(record)
    return tmp_path


def check(rows: Any) -> None:
    """Rows are all records of both shards, nested values inside."""
    assert len(rows) == 6
    assert sorted(row["text"] for row in rows if row["text"]) == ["Rain.", "Rain.", "雨が降った。", "雨が降った。"]
    assert sum(row["skipped"] == "empty" for row in rows) == 2
    first = next(row for row in rows if row["text"] == "雨が降った。")
    assert [one["role"] for one in first["segments"]] == ["body", "share"]
    assert first["language"]["tag"] == "en"


def test_pandas_reads_a_folder(out: Path) -> None:
    """`pandas.read_parquet("out/")`; `read_json(file, lines=True)` for one file of lines."""
    pandas = pytest.importorskip("pandas", reason="needs pandas")
    read = pandas.read_parquet(out / "parquet")
    check(read.astype(object).where(read.notna(), None).to_dict("records"))
    one = pandas.read_json(out / "jsonl.gz" / "a-1" / "part-00000.jsonl.gz", lines=True)
    assert one["text"].tolist()[0] == "雨が降った。"


def test_polars_scans_a_folder(out: Path) -> None:
    """`polars.scan_parquet("out/**/*.parquet").collect()`; `read_ndjson` for one file of lines."""
    polars = pytest.importorskip("polars", reason="needs polars")
    check(polars.scan_parquet(str(out / "parquet" / "**" / "*.parquet")).collect().to_dicts())
    assert polars.read_ndjson(out / "jsonl" / "a-1" / "part-00000.jsonl")["text"].to_list()[2] == "Rain."


@pytest.mark.parametrize("files", ["parquet/*/*.parquet", "jsonl/*/*.jsonl", "jsonl.gz/*/*.jsonl.gz"])
def test_duckdb_queries_a_folder(out: Path, files: str) -> None:
    """`SELECT … FROM 'out/*/*.parquet'`, and the same of lines, packed or not."""
    duckdb = pytest.importorskip("duckdb", reason="needs duckdb")
    query = f"SELECT count(*), count(text), min(language.tag) FROM '{out / files}'"  # noqa: S608
    assert duckdb.sql(query).fetchall() == [(6, 4, "en")]


@pytest.mark.parametrize(
    ("kind", "files"), [("parquet", "parquet/*/*.parquet"), ("json", "jsonl/*/*.jsonl"), ("json", "jsonl.zst/*/*.zst")]
)
def test_datasets_loads_a_folder(out: Path, kind: str, files: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """`datasets.load_dataset("parquet", data_files="out/*/*.parquet")`, and the same of lines with `"json"`."""
    monkeypatch.setenv("HF_DATASETS_OFFLINE", "1")
    datasets = pytest.importorskip("datasets", reason="needs datasets")
    loaded = datasets.load_dataset(kind, data_files=str(out / files), split="train", cache_dir=str(out / "cache"))
    check(loaded.to_list())
