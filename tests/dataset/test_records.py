"""Reading records back."""

import io
from pathlib import Path

import pytest

from scraper.dataset import Stored, stored
from scraper.errors import InputError
from scraper.reader import Unreadable
from scraper.storage.archive import packed
from scraper.writer import FORMATS, Manner, Task, open_shard, open_sink
from scraper.writer.record import encode
from tests.writer.records import document, segment, skipped

RECORDS = (document(segment("Words.")), skipped())


def places(*paths: Path) -> list[str]:
    return [
        found.place if isinstance(found, Stored) else found.why for found in stored([*map(str, paths)], io.BytesIO())
    ]


@pytest.mark.parametrize("name", ["r.jsonl", "r.jsonl.gz", "r.jsonl.zst", "r.parquet", "named-parquet"])
def test_records_come_back_from_every_form(tmp_path: Path, name: str) -> None:
    """Whatever records were written as, they come back the same, numbered from 1."""
    pytest.importorskip("pyarrow")
    path = tmp_path / name
    form = FORMATS["parquet" if "parquet" in name else "jsonl"]
    with open_sink(str(path), form, io.BytesIO()) as sink:
        for record in RECORDS:
            sink.write(record)
    found = [*stored([str(path)], io.BytesIO())]
    assert [one.record() for one in found if isinstance(one, Stored)] == [*RECORDS]
    assert places(path) == [f"{path}#1", f"{path}#2"]


def test_standard_input_has_records(tmp_path: Path) -> None:
    """The path `-` stands for lines on standard input."""
    (found,) = stored(["-"], io.BytesIO(encode(skipped()) + b"\n\n"))
    assert isinstance(found, Stored)
    assert found.record() == skipped()


def test_only_finished_shards_count(tmp_path: Path) -> None:
    """Of a folder of shards the files that are whole are read, and those of a shard being made are not."""
    with open_shard(Manner(tmp_path, FORMATS["jsonl"]), Task("a", (), {})) as shard:
        shard.write(skipped())
        assert places(tmp_path) == []
    assert places(tmp_path) == [f"{tmp_path}/a/part-00000.jsonl#1"]


def test_archive_that_is_cut_gives_its_beginning(tmp_path: Path) -> None:
    """Records before a damage come first, then the fault."""
    target = io.BytesIO()
    for _ in range(2):
        with packed(target, "x.gz") as archive:
            archive.write(encode(skipped()) + b"\n")
    path = tmp_path / "r.jsonl.gz"
    path.write_bytes(target.getvalue()[:-9])
    first, *_, last = stored([str(path)], io.BytesIO())
    assert isinstance(first, Stored)
    assert isinstance(last, Unreadable)


def test_row_that_is_no_record_is_named() -> None:
    """A row without the fields of a record is an error that names file and line."""
    with pytest.raises(InputError, match=r"r\.jsonl#3"):
        Stored("r.jsonl#3", {"schema": 1, "text": "x"}).record()
