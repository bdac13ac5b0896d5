"""Opening files."""

import gzip
import zlib
from pathlib import Path

import pytest

from scraper.reader.unpack import explain, open_unpacked, unpacked_suffix


@pytest.mark.parametrize(
    ("name", "suffix"),
    [("a.html", ".html"), ("A.HTML.GZ", ".html"), ("a.gz", ""), ("a", ""), ("a.b/c.jsonl", ".jsonl")],
)
def test_suffix_is_looked_up_without_the_packing(name: str, suffix: str) -> None:
    """The suffix that decides on the reader is lower case and has the packing taken off."""
    assert unpacked_suffix(Path(name)) == suffix


def test_archive_of_several_members_is_one_stream(tmp_path: Path) -> None:
    """Archives put behind one another, as crawlers write them, unpack to one stream."""
    path = tmp_path / "a.gz"
    path.write_bytes(gzip.compress(b"a") + gzip.compress(b"b"))
    with open_unpacked(path) as stream:
        assert stream.read() == b"ab"


@pytest.mark.parametrize("fault", [EOFError("x"), zlib.error("x"), gzip.BadGzipFile("x")])
def test_damage_is_called_damage(fault: Exception) -> None:
    """Whatever the archive's reader calls it, the message says that the archive is damaged."""
    assert "damaged" in explain(fault)


def test_message_of_the_system_stands_alone() -> None:
    """The system's message comes without number and path, which the caller adds."""
    assert explain(PermissionError(13, "Permission denied", "/x")) == "Permission denied"
    assert explain(OSError("odd")) == "odd"
