"""Output and memory together."""

import errno
import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from scraper.crawler.delivery import Delivery, Pending, Rotation, Stream, open_delivery
from scraper.crawler.memory import Batch, Memory, open_memory, read_memory
from scraper.errors import DiskFullError, LockedError, OutputError
from tests.crawler.memory.visits import candidate

STREAMS = (Stream("records", ".jsonl"), Stream("responses", ".warc.gz", b"HEAD;"))
DAY = 86_400.0


@contextmanager
def opened(folder: Path, rotation: Rotation = Rotation()) -> Iterator[Delivery]:  # noqa: B008
    with delivering(folder / "state.db", folder / "out", rotation) as delivery:
        yield delivery


@contextmanager
def delivering(state: Path, out: Path, rotation: Rotation) -> Iterator[Delivery]:
    with open_memory(state) as memory, open_delivery(memory, out, STREAMS, rotation) as delivery:
        yield delivery


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (folder / "out").iterdir() if path.name[0] != "."}


def test_output_counts_when_it_is_committed(tmp_path: Path) -> None:
    """What waits is in no file, what was committed is, and what waited at the end is gone."""
    with opened(tmp_path) as delivery:
        delivery.append("records", b"one\n")
        delivery.append("records", b"two\n")
        assert delivery.pending == Pending(2, 8)
        assert contents(tmp_path) == {}
        assert delivery.commit(Batch(found=[candidate("1")]), 5.0) == 1
        assert delivery.pending == Pending(0, 0)
        delivery.append("records", b"three\n")
        delivery.commit(Batch(), 6.0)
        delivery.append("records", b"never\n")
    assert contents(tmp_path) == {"records-1970-01-01-0001.jsonl.part": b"one\ntwo\nthree\n"}
    with read_memory(tmp_path / "state.db") as memory:
        assert memory.unclosed()[0].offset == 14
        assert memory.visit("https://a.example/1").found_at == 5.0


def test_next_crawl_goes_on_in_the_open_file(tmp_path: Path) -> None:
    """A file that is not full takes the output of the next crawl of its day."""
    for line in (b"one\n", b"two\n"):
        with opened(tmp_path) as delivery:
            delivery.append("records", line)
            delivery.commit(Batch(), 5.0)
    assert contents(tmp_path) == {"records-1970-01-01-0001.jsonl.part": b"one\ntwo\n"}


def test_files_are_closed_by_size_and_day(tmp_path: Path) -> None:
    """A full file gets its name at once, one of an earlier day with the next commit, and each begins with its head."""
    with opened(tmp_path, Rotation(max_bytes=8)) as delivery:
        for now, line in ((1.0, b"12345678"), (2.0, b"one"), (DAY, b"two")):
            delivery.append("records", line)
            delivery.append("responses", line[:1])
            delivery.commit(Batch(), now)
        delivery.commit(Batch(), 2 * DAY)
    assert contents(tmp_path) == {
        "records-1970-01-01-0001.jsonl": b"12345678",
        "records-1970-01-01-0002.jsonl": b"one",
        "records-1970-01-02-0001.jsonl": b"two",
        "responses-1970-01-01-0001.warc.gz": b"HEAD;1o",
        "responses-1970-01-02-0001.warc.gz": b"HEAD;t",
    }


def test_files_are_closed_on_request(tmp_path: Path) -> None:
    """After `rotate` no file is open, none is made where there is nothing to write, and names are not used again."""
    with opened(tmp_path) as delivery:
        delivery.rotate()
        assert contents(tmp_path) == {}
        delivery.append("records", b"one\n")
        delivery.commit(Batch(), 5.0)
        delivery.rotate()
        (tmp_path / "out" / "records-1970-01-01-0001.jsonl").unlink()
        delivery.append("records", b"two\n")
        delivery.commit(Batch(), 5.0)
        delivery.rotate()
    assert contents(tmp_path) == {"records-1970-01-01-0002.jsonl": b"two\n"}
    with read_memory(tmp_path / "state.db") as memory:
        assert memory.unclosed() == []
        assert [(position.file[-10:], position.offset) for position in memory.outputs()] == [
            ("0001.jsonl", 4),
            ("0002.jsonl", 4),
        ]


def test_folder_has_one_writer(tmp_path: Path) -> None:
    """A crawl with a memory of its own cannot write into the same folder at the same time."""
    other = delivering(tmp_path / "other.db", tmp_path / "out", Rotation())
    with opened(tmp_path), pytest.raises(LockedError, match="out is in"), other:
        pytest.fail("two had it")


def test_folder_of_another_crawl_is_shared_in_turn(tmp_path: Path) -> None:
    """A crawl with a memory of its own leaves the files that are there alone."""
    with opened(tmp_path) as delivery:
        delivery.append("records", b"one\n")
        delivery.commit(Batch(), 5.0)
    with delivering(tmp_path / "other.db", tmp_path / "out", Rotation()) as delivery:
        delivery.append("records", b"two\n")
        delivery.commit(Batch(), 5.0)
    assert contents(tmp_path) == {
        "records-1970-01-01-0001.jsonl.part": b"one\n",
        "records-1970-01-01-0002.jsonl.part": b"two\n",
    }


def test_output_goes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The bytes are on disk before the state says so, in one commit of the batch and the offset."""
    events = []
    forced, commit = os.fsync, Memory.commit

    def watched(self: Memory, batch: Batch, positions=(), *, now: float = 0.0) -> int:
        events.append(("commit", len(batch), [position.offset for position in positions]))
        return commit(self, batch, positions, now=now)

    with opened(tmp_path) as delivery:
        delivery.append("records", b"one\n")
        delivery.commit(Batch(), 5.0)
        monkeypatch.setattr(os, "fsync", lambda handle: (events.append(os.fstat(handle).st_size), forced(handle)))
        monkeypatch.setattr(Memory, "commit", watched)
        delivery.append("records", b"two\n")
        delivery.commit(Batch(found=[candidate("1")]), 5.0)
    assert events == [8, ("commit", 1, [8])]


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG])
def test_full_disk_stops_and_resumes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    """Where the disk is full neither output nor batch counts, and the next crawl goes on behind what was whole."""

    def full(handle: int, data: memoryview, offset: int) -> int:
        raise OSError(code, os.strerror(code))

    with opened(tmp_path) as delivery:
        delivery.append("records", b"one\n")
        delivery.commit(Batch(), 5.0)
        delivery.append("records", b"two\n")
        monkeypatch.setattr(os, "pwrite", full)
        with pytest.raises(DiskFullError):
            delivery.commit(Batch(found=[candidate("1")]), 5.0)
        monkeypatch.undo()
    assert contents(tmp_path) == {"records-1970-01-01-0001.jsonl.part": b"one\n"}
    with opened(tmp_path) as delivery:
        delivery.append("records", b"two\n")
        assert delivery.commit(Batch(found=[candidate("1")]), 5.0) == 1
    assert contents(tmp_path) == {"records-1970-01-01-0001.jsonl.part": b"one\ntwo\n"}


def limited(folder: Path, limit: int) -> str:
    """Deliver lines of 1,000 bytes in a process whose files are limited to a size; return how it ended."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        ended = "went on"
        try:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
            with opened(folder) as delivery:
                for number in range(400):
                    delivery.append("records", b"%03d" % number + b"x" * 996 + b"\n")
                    delivery.commit(Batch(found=[candidate(str(number))]), 5.0)
        except DiskFullError:
            ended = "full"
        finally:
            os.write(writing, ended.encode())
            os._exit(0)
    os.waitpid(child, 0)
    return os.read(reading, 20).decode()


@pytest.mark.parametrize("limit", [60_500, 300_500])
def test_size_limit_of_the_system_is_a_full_disk(tmp_path: Path, limit: int) -> None:
    """A real limit, met by the state's log or by the output, ends in DiskFullError and leaves whole lines."""
    with opened(tmp_path):
        pass
    assert limited(tmp_path, limit) == "full"
    with opened(tmp_path) as delivery, read_memory(tmp_path / "state.db") as memory:
        known = memory.counts().addresses
        text = b"".join(contents(tmp_path).values())
        assert 0 < known < 400
        assert [int(line[:3]) for line in text.splitlines()] == [*range(known)]
        delivery.append("records", b"more\n")
        delivery.commit(Batch(), 5.0)


def test_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    """A file where the folder should be is an OutputError."""
    (tmp_path / "out").write_text("a file")
    with pytest.raises(OutputError, match="out"), opened(tmp_path):
        pytest.fail("it opened")
