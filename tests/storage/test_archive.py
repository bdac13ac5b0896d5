"""Opening files."""

import gzip
import io
import zlib

import pytest

from scraper.storage.archive import FAULTS, bare_name, explain, packed, unpacked

PLAIN = b"line of text\n" * 40_000


def pack(name: str, *parts: bytes) -> bytes:
    """Return parts packed by the name of the file, one archive after the other."""
    target = io.BytesIO()
    for part in parts:
        with packed(target, name) as inside:
            inside.write(part)
    return target.getvalue()


@pytest.mark.parametrize(("name", "bare"), [("A.Html.GZ", "a.html"), ("a.jsonl.zst", "a.jsonl"), ("a", "a")])
def test_bare_name_has_no_packing(name: str, bare: str) -> None:
    """The name that tells what a file holds is lower case and has one ending of packing taken off."""
    assert bare_name(name) == bare


@pytest.mark.parametrize("name", ["x.gz", "X.ZST", "x.txt"])
def test_what_is_packed_is_unpacked(name: str) -> None:
    """Bytes come back as they went in, through several archives behind one another, and lines can be read."""
    data = pack(name, PLAIN, b"end")
    assert unpacked(io.BytesIO(data), name).read() == PLAIN + b"end"
    assert unpacked(io.BytesIO(data), name).readline() == b"line of text\n"
    assert pack(name, PLAIN, b"end") == data


@pytest.mark.parametrize("name", ["x.gz", "x.zst"])
def test_cut_archive_gives_its_beginning_and_then_a_fault(name: str) -> None:
    """What stands before a cut is read, and the cut is a fault and not the end."""
    stream = unpacked(io.BytesIO(pack(name, PLAIN)[:-9]), name)
    assert stream.readline() == b"line of text\n"
    with pytest.raises(EOFError):
        stream.read()


@pytest.mark.parametrize("name", ["x.gz", "x.zst"])
def test_garbled_archive_is_a_fault(name: str) -> None:
    """Bytes that are no archive are a fault of those that reading may raise."""
    with pytest.raises(FAULTS):
        unpacked(io.BytesIO(b"no archive at all" * 9), name).read()


@pytest.mark.parametrize("name", ["x.gz", "x.zst"])
def test_closing_an_archive_closes_its_file(name: str) -> None:
    """The file inside which an archive is does not stay open."""
    file = io.BytesIO(pack(name, b"x"))
    unpacked(file, name).close()
    assert file.closed


@pytest.mark.parametrize("fault", [EOFError("x"), zlib.error("x"), gzip.BadGzipFile("x")])
def test_damage_is_called_damage(fault: Exception) -> None:
    """Whatever the archive's reader calls it, the message says that the archive is damaged."""
    assert "damaged" in explain(fault)


def test_message_of_the_system_stands_alone() -> None:
    """The system's message comes without number and path, which the caller adds."""
    assert explain(PermissionError(13, "Permission denied", "/x")) == "Permission denied"
    assert explain(OSError("odd")) == "odd"
