"""Files that are there whole or not at all."""

from pathlib import Path

import pytest

from scraper.errors import OutputError
from scraper.writer.atomic import AtomicFile


def test_file_appears_at_the_end_only(tmp_path: Path) -> None:
    """Until the block ends the old file can be read, afterwards the new one, and nothing else is left."""
    target = tmp_path / "out"
    target.write_bytes(b"old")
    with AtomicFile(target) as file:
        file.write(b"new")
        file.flush()
        assert target.read_bytes() == b"old"
    assert target.read_bytes() == b"new"
    assert [*tmp_path.iterdir()] == [target]


def write_half(target: Path, error: type[BaseException]) -> None:
    """Begin a file and break off with an error."""
    with AtomicFile(target) as file:
        file.write(b"half")
        raise error


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, SystemExit])
def test_error_leaves_the_old_file(tmp_path: Path, error: type[BaseException]) -> None:
    """On any error or interrupt the old file stays, the hidden one is removed, and the error goes on."""
    target = tmp_path / "out"
    target.write_bytes(b"old")
    with pytest.raises(error):
        write_half(target, error)
    assert target.read_bytes() == b"old"
    assert [*tmp_path.iterdir()] == [target]


def test_rights_of_the_old_file_are_kept(tmp_path: Path) -> None:
    """A file that replaces another has the same rights."""
    target = tmp_path / "out"
    target.touch(mode=0o640)
    with AtomicFile(target):
        pass
    assert target.stat().st_mode & 0o777 == 0o640


def test_link_stays_a_link(tmp_path: Path) -> None:
    """Writing to a link replaces what it leads to."""
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to("real")
    with AtomicFile(tmp_path / "link") as file:
        file.write(b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


@pytest.mark.parametrize("name", [".", "missing/out", "file/out"])
def test_place_that_cannot_be_written_is_named_before_any_work(tmp_path: Path, name: str) -> None:
    """A folder, or a place in a folder that is not there, is refused when the block is entered."""
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match="cannot write"), AtomicFile(tmp_path / name):
        pytest.fail("the block must not run")
