"""Files that grow at their end."""

import errno
import os
from pathlib import Path

import pytest

from scraper.crawler.delivery import files
from scraper.errors import DiskFullError, OutputError


def test_appended_bytes_are_forced_to_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The name is on disk when the file is made, and the bytes are when `append` returns."""
    synced = []
    forced = os.fsync
    monkeypatch.setattr(os, "fsync", lambda handle: (synced.append(os.fstat(handle).st_ino), forced(handle)))
    file = files.create(tmp_path / "x")
    assert synced == [tmp_path.stat().st_ino]
    file.append(b"one")
    file.append(b"two")
    file.close()
    assert synced[1:] == [(tmp_path / "x").stat().st_ino] * 2
    assert ((tmp_path / "x").read_bytes(), file.offset) == (b"onetwo", 6)


def test_bytes_taken_in_pieces_are_all_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system takes a few bytes at a time the rest follows."""
    write = os.pwrite
    monkeypatch.setattr(os, "pwrite", lambda handle, data, offset: write(handle, data[:3], offset))
    file = files.create(tmp_path / "x")
    file.append(b"0123456789")
    file.close()
    assert (tmp_path / "x").read_bytes() == b"0123456789"


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG])
def test_full_disk_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    """Where room ends in the midst of the data the file is cut back to what it had."""
    file = files.create(tmp_path / "x")
    file.append(b"whole\n")
    write, calls = os.pwrite, []

    def full(handle: int, data: memoryview, offset: int) -> int:
        calls.append(offset)
        if len(calls) > 1:
            raise OSError(code, os.strerror(code))
        return write(handle, data[:2], offset)

    monkeypatch.setattr(os, "pwrite", full)
    with pytest.raises(DiskFullError, match=rf"cannot write {tmp_path / 'x'}: {os.strerror(code)}"):
        file.append(b"torn\n")
    assert len(calls) == 2
    assert ((tmp_path / "x").read_bytes(), file.offset) == (b"whole\n", 6)
    file.close()


def test_made_file_replaces_none(tmp_path: Path) -> None:
    """A name that is taken is an OutputError."""
    (tmp_path / "x").write_text("mine")
    with pytest.raises(OutputError, match="exists"):
        files.create(tmp_path / "x")
    assert (tmp_path / "x").read_text() == "mine"


def test_opened_again_ends_at_its_offset(tmp_path: Path) -> None:
    """What stands behind the offset is cut off, and a shorter file is refused."""
    path = tmp_path / "x"
    path.write_bytes(b"onetwo")
    files.reopen(path, 3).close()
    assert path.read_bytes() == b"one"
    with pytest.raises(OutputError, match="has 3 bytes, but 4 were delivered"):
        files.reopen(path, 4)


def test_renaming_is_on_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder is forced to disk behind the renaming."""
    (tmp_path / "x").write_text("x")
    synced = []
    monkeypatch.setattr(os, "fsync", lambda handle: synced.append((os.fstat(handle).st_ino, (tmp_path / "y").exists())))
    files.rename(tmp_path / "x", tmp_path / "y")
    assert synced == [(tmp_path.stat().st_ino, True)]
