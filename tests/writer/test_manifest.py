"""When a shard counts as done."""

from dataclasses import replace
from pathlib import Path

import pytest

from scraper.writer.formats import FORMATS
from scraper.writer.manifest import MANIFEST, Task, counts, digest, is_done
from scraper.writer.shard import Manner, open_shard
from tests.writer.records import document, segment, skipped

TASK = Task("a-1", (("a.jsonl", "12:34"),), {"scraper": "0.1", "options": "x"})


@pytest.fixture
def shard(tmp_path: Path) -> Path:
    """Return the folder of a finished shard."""
    with open_shard(Manner(tmp_path, FORMATS["jsonl"]), TASK) as opened:
        opened.write(document(segment("Words.")))
        opened.write(skipped())
    return tmp_path / "a-1"


def test_finished_shard_says_what_is_in_it(shard: Path) -> None:
    """The manifest counts records and skips, and has size and digest of every file."""
    told = counts(shard)
    (part,) = told["parts"]
    assert (told["records"], told["skipped"], part["records"]) == (2, {"empty": 1}, 2)
    assert part["sha256"] == digest(shard / part["name"])
    assert part["size"] == (shard / part["name"]).stat().st_size


@pytest.mark.parametrize(
    "task",
    [
        replace(TASK, inputs=(("a.jsonl", "12:35"),)),
        replace(TASK, inputs=(*TASK.inputs, ("b.jsonl", "1:1"))),
        replace(TASK, made_by={"scraper": "0.2", "options": "x"}),
        replace(TASK, inputs=()),
    ],
)
def test_shard_is_done_while_its_task_is_the_same(shard: Path, task: Task) -> None:
    """A shard is done for its very task, and not for other inputs, versions or options, nor for none."""
    assert is_done(shard, TASK)
    assert not is_done(shard, task)


def test_shard_with_a_file_cut_or_gone_is_not_done(shard: Path) -> None:
    """A file of another size, or a missing one, makes the shard one that has to be done."""
    part = shard / "part-00000.jsonl"
    data = part.read_bytes()
    part.write_bytes(data[:-1])
    assert not is_done(shard, TASK)
    part.write_bytes(data)
    assert is_done(shard, TASK)
    part.unlink()
    assert not is_done(shard, TASK)


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b'{"parts":3}'])
def test_manifest_that_is_none_is_not_done(shard: Path, content: bytes) -> None:
    """A file that does not say what a manifest says is as good as none."""
    (shard / MANIFEST).write_bytes(content)
    assert not is_done(shard, TASK)
