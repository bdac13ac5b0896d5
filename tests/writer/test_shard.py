"""Shards: whole or not there."""

from pathlib import Path

import pytest

from scraper.errors import OutputError
from scraper.storage.archive import unpacked
from scraper.writer.formats import FORMATS
from scraper.writer.manifest import MANIFEST, Task, is_done
from scraper.writer.shard import Manner, Shard, open_shard
from tests.writer.records import document, segment, skipped

TASK = Task("a-1", (("a", "1"),), {})


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize("packing", ["", ".gz", ".zst"])
def test_files_are_of_bounded_size(tmp_path: Path, packing: str) -> None:
    """Once a file has its size the next record begins another, and together they hold all in order."""
    with open_shard(Manner(tmp_path, FORMATS["jsonl"], packing, part_bytes=1), TASK) as shard:
        for name in "abc":
            shard.write(skipped(source=name))
    files = [tmp_path / "a-1" / f"part-0000{number}.jsonl{packing}" for number in range(3)]
    assert names(tmp_path / "a-1") == [MANIFEST, *(path.name for path in files)]
    lines = [unpacked(path.open("rb"), path.name).read() for path in files]
    assert [line.split(b'"source":"')[1][:1] for line in lines] == [b"a", b"b", b"c"]


@pytest.mark.parametrize(("form", "ending"), [("text", ".txt"), ("markdown", ".md")])
def test_stories_have_a_file_each(tmp_path: Path, form: str, ending: str) -> None:
    """In formats for reading every page has a file named after its address, and skips have none."""
    with open_shard(Manner(tmp_path, FORMATS[form]), TASK) as shard:
        for record in (document(segment("One.")), skipped(), document(segment("Two."), url=None)):
            shard.write(record)
    assert names(tmp_path / "a-1") == [f"000001-example-org-a{ending}", f"000002-page-html{ending}", MANIFEST]
    assert "Two." in (tmp_path / "a-1" / f"000002-page-html{ending}").read_text()


def test_shard_without_records_can_be_loaded(tmp_path: Path) -> None:
    """A shard of no pages has an empty file, and is done."""
    with open_shard(Manner(tmp_path, FORMATS["jsonl"]), TASK):
        pass
    assert names(tmp_path / "a-1") == [MANIFEST, "part-00000.jsonl"]
    assert is_done(tmp_path / "a-1", TASK)


@pytest.mark.parametrize("form", ["jsonl", "parquet", "markdown"])
def test_what_breaks_off_leaves_nothing(tmp_path: Path, form: str) -> None:
    """Nothing is seen of a shard before its end, and nothing stays of one that breaks off."""

    def work(shard: Shard) -> None:
        shard.write(document(segment("One.")))
        assert [path.name for path in tmp_path.iterdir() if path.name[0] != "."] == []
        raise ValueError("broken")

    pytest.importorskip("pyarrow")
    with pytest.raises(ValueError, match="broken"), open_shard(Manner(tmp_path, FORMATS[form]), TASK) as shard:
        work(shard)
    assert [*tmp_path.iterdir()] == []


def test_shard_takes_the_place_of_an_older_one(tmp_path: Path) -> None:
    """What an earlier run made, whole or half, does not mix with what is made now."""
    (tmp_path / ".a-1.part").mkdir()
    (tmp_path / ".a-1.part" / "left").write_bytes(b"x")
    (tmp_path / "a-1").mkdir()
    (tmp_path / "a-1" / "part-00009.jsonl").write_bytes(b"old")
    with open_shard(Manner(tmp_path, FORMATS["jsonl"]), TASK) as shard:
        shard.write(skipped())
    assert names(tmp_path) == [f"a-1/{MANIFEST}", "a-1/part-00000.jsonl"]


def test_same_records_give_the_same_files(tmp_path: Path) -> None:
    """A shard's bytes, manifest included, depend on its task and records alone."""
    made = []
    for name in ("x", "y"):
        with open_shard(Manner(tmp_path / name, FORMATS["jsonl"], ".zst"), TASK) as shard:
            shard.write(document(segment("One.")))
        made.append({path: (tmp_path / name / path).read_bytes() for path in names(tmp_path / name)})
    assert made[0] == made[1]


def test_unread_input_keeps_a_shard_from_being_done(tmp_path: Path) -> None:
    """A shard one of whose inputs broke off is there, and will be done again."""
    with open_shard(Manner(tmp_path, FORMATS["jsonl"]), TASK) as shard:
        shard.write(skipped())
        shard.unreadable("a: damaged")
    assert not is_done(tmp_path / "a-1", TASK)


def test_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    """Where no folder can be made the error names the place."""
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(OutputError, match="file"), open_shard(Manner(tmp_path / "file", FORMATS["jsonl"]), TASK):
        pass
