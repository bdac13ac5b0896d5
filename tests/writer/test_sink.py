"""Where records go."""

import gzip
import io
import os
from pathlib import Path
from typing import BinaryIO, cast

import pytest

from scraper.errors import OutputError
from scraper.model.document import Document, Skipped
from scraper.writer import FORMATS, open_sink
from tests.writer.records import document, segment, skipped

FULL = Path("/dev/full")
RECORDS = (skipped(), document(segment("A."), title=None), skipped(), document(segment("B."), title=None))


def written(name: str, *records: Document | Skipped) -> str:
    """Return what stands on standard output after records were written."""
    stdout = io.BytesIO()
    with open_sink(None, FORMATS[name], stdout) as sink:
        for record in records:
            sink.write(record)
    return stdout.getvalue().decode()


def test_jsonl_has_one_line_a_record() -> None:
    """In JSONL every record, skips included, is one line that ends in a line break."""
    lines = written("jsonl", *RECORDS).split("\n")
    assert len(lines) == 5
    assert lines[-1] == ""


def test_texts_are_parted_by_a_form_feed() -> None:
    """In text only documents are written, and a line with a form feed stands between two of them."""
    assert written("text", *RECORDS) == "A.\n\f\nB.\n"


def test_nothing_written_is_nothing() -> None:
    """Without records nothing is written, not even a line break."""
    assert written("markdown", skipped()) == ""


def test_dash_is_standard_output() -> None:
    """The path `-` means standard output."""
    stdout = io.BytesIO()
    with open_sink("-", FORMATS["jsonl"], stdout) as sink:
        sink.write(skipped())
    assert stdout.getvalue().startswith(b"{")


def test_packed_file_is_the_same_every_time(tmp_path: Path) -> None:
    """A path ending in .gz gives an archive whose bytes depend on the records alone."""
    paths = [tmp_path / "a.jsonl.gz", tmp_path / "b.jsonl.gz"]
    for path in paths:
        with open_sink(str(path), FORMATS["jsonl"], io.BytesIO()) as sink:
            sink.write(skipped())
    assert paths[0].read_bytes() == paths[1].read_bytes()
    assert gzip.decompress(paths[0].read_bytes()).endswith(b"}\n")


def test_error_leaves_no_file(tmp_path: Path) -> None:
    """When the work breaks off nothing appears at the path, packed or not."""
    for name in ("a.jsonl", "a.jsonl.gz"):
        with pytest.raises(ValueError, match="broken"), open_sink(str(tmp_path / name), FORMATS["text"], io.BytesIO()):
            raise ValueError("broken")
    assert [*tmp_path.iterdir()] == []


def write_one(path: str | None, stdout: BinaryIO) -> None:
    """Write one record."""
    with open_sink(path, FORMATS["jsonl"], stdout) as sink:
        sink.write(skipped())


@pytest.mark.skipif(not FULL.exists(), reason="needs the device that is always full")
@pytest.mark.parametrize("path", [None, str(FULL)])
def test_full_disk_is_named(path: str | None) -> None:
    """A disk without room is an OutputError, on standard output and on a device that was named."""
    stdout = FULL.open("wb", buffering=0)
    with pytest.raises(OutputError, match="No space left"):
        write_one(path, cast("BinaryIO", stdout))
    stdout.close()


def test_device_is_written_to_and_not_replaced() -> None:
    """A device stays what it is."""
    with open_sink(os.devnull, FORMATS["jsonl"], io.BytesIO()) as sink:
        sink.write(skipped())
    assert Path(os.devnull).is_char_device()
