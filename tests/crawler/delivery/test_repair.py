"""What a start sets right, after a crash at each single step that touches the disk."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from scraper.crawler.delivery import Delivery, Rotation, abandon, open_delivery
from scraper.crawler.delivery.naming import PART
from scraper.crawler.memory import Batch, Memory, open_memory
from scraper.errors import OutputError
from tests.crawler.delivery import appending


@contextmanager
def opened(folder: Path) -> Iterator[Delivery]:
    streams, rotation, out = appending.STREAMS, Rotation(), folder / "out"
    with open_memory(folder / "state.db") as memory, open_delivery(memory, out, streams, rotation) as delivery:
        yield delivery


STEPS = ("open", "pwrite", "fsync", "ftruncate", "rename")


class Crash(BaseException):
    """The process ends here."""


class Steps:
    """Counts the steps that touch the disk and ends the process before or behind one of them."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.left, self.behind = -1, False
        for name in STEPS:
            patch.setattr(os, name, self.watched(getattr(os, name), torn=name == "pwrite"))
        patch.setattr(Memory, "commit", self.watched(Memory.commit, torn=False))

    def arm(self, step: int, *, behind: bool) -> None:
        """End the process before or behind the step of this number, counted from now; never for -1."""
        self.left, self.behind = step, behind

    def watched(self, act: Callable[..., Any], *, torn: bool) -> Callable[..., Any]:
        """Return an act that counts as a step; one that is `torn` is done by half before the end."""

        def step(*args: Any, **named: Any) -> Any:
            self.left -= 1
            if self.left != 0:
                return act(*args, **named)
            if self.behind:
                act(*args, **named)
            elif torn:
                handle, data, offset = args
                act(handle, data[: len(data) // 2], offset)
            raise Crash

        return step


@pytest.mark.parametrize("behind", [False, True])
def test_crash_at_any_step_is_set_right(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, behind: bool) -> None:
    """Before and behind every single step of a crawl the process may end, and all records are there once."""
    steps, step, count = Steps(monkeypatch), 0, 24
    crashed = True
    while crashed:
        step += 1
        folder = tmp_path / str(step)
        steps.arm(step, behind=behind)
        crashed = False
        try:
            appending.run(folder, count, appending.draw_of(1), most=9)
        except Crash:
            crashed = True
            steps.arm(-1, behind=False)
            appending.run(folder, count, appending.draw_of(2), most=9)
        appending.check(folder, count)
    assert step > 40


def test_crashes_of_crashes_are_set_right(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A crawl that crashes a few steps behind each start, also while repairing, ends with all records there once."""
    steps, draw = Steps(monkeypatch), appending.draw_of(7)
    for _ in range(500):
        steps.arm(draw.randint(1, 25), behind=draw.random() < 0.5)
        try:
            appending.run(tmp_path, 120, draw, most=10)
        except Crash:
            continue
        break
    appending.check(tmp_path, 120)


@pytest.fixture
def cut_off(tmp_path: Path) -> Path:
    """Leave a folder in which one file is open with five bytes delivered."""
    with opened(tmp_path) as delivery:
        delivery.append("records", b"one!\n")
        delivery.commit(Batch(), 0.0)
    return tmp_path


def reopened(folder: Path) -> bytes:
    with opened(folder) as delivery:
        delivery.append("records", b"two!\n")
        delivery.commit(Batch(), 0.0)
    return b"".join(path.read_bytes() for path in appending.files(folder, "records"))


def test_what_no_commit_confirmed_is_cut_off(cut_off: Path) -> None:
    """Bytes behind the offset go, and the next record stands in their place."""
    (path,) = appending.files(cut_off, "records")
    path.write_bytes(path.read_bytes() + b'{"torn')
    assert reopened(cut_off) == b"one!\ntwo!\n"


@pytest.mark.parametrize("left", [b"one", None])
def test_missing_bytes_are_told(cut_off: Path, left: bytes | None) -> None:
    """A file that was shortened or taken away stops the start with what to do, and giving it up lets it go on."""
    (path,) = appending.files(cut_off, "records")
    assert path.name.endswith(PART)
    if left is None:
        path.unlink()
    else:
        path.write_bytes(left)
    with pytest.raises(OutputError, match=r"5 (bytes )?were delivered to it: put .* back, or .*--abandon-output"):
        reopened(cut_off)
    with open_memory(cut_off / "state.db") as memory:
        assert abandon(memory) == [path.name.removesuffix(PART)]
    assert reopened(cut_off).endswith(b"two!\n")
    assert path.exists() == (left is not None)
    assert len(memory_files(cut_off)) == 2


def memory_files(folder: Path) -> set[str]:
    with open_memory(folder / "state.db") as memory:
        return {position.file for position in memory.outputs()}


def test_name_that_is_taken_is_not_written_over(cut_off: Path) -> None:
    """Another file with the name of the closed one stops the closing instead of being replaced."""
    (path,) = appending.files(cut_off, "records")
    final = path.with_name(path.name.removesuffix(PART))
    final.write_text("mine")
    with opened(cut_off) as delivery, pytest.raises(OutputError, match="move one of them away"):
        delivery.rotate()
    assert final.read_text() == "mine"
    final.unlink()
    assert reopened(cut_off) == b"one!\ntwo!\n"
