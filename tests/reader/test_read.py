"""Reading as a whole: paths in, pages out."""

import gzip
import io
import json
from pathlib import Path

import pytest

from scraper.model.document import Skipped, SkipReason
from scraper.model.page import FetchResult
from scraper.reader import Item, Unreadable, read


def all_of(*paths: Path | str, stdin: bytes = b"") -> list[Item]:
    return list(read([str(path) for path in paths], io.BytesIO(stdin)))


def row(**fields: object) -> bytes:
    return json.dumps(fields).encode() + b"\n"


def test_named_file_is_html_whatever_its_suffix(tmp_path: Path) -> None:
    """A file that is named by itself is read as HTML even when its suffix says nothing."""
    page = tmp_path / "saved.page"
    page.write_bytes(b"<p>\xff")
    assert all_of(page) == [FetchResult(str(page), b"<p>\xff")]


@pytest.mark.parametrize("name", ["a.html.gz", "a.HTML.GZ", "a.gz"])
def test_packed_file_is_unpacked(tmp_path: Path, name: str) -> None:
    """A name ending in .gz, in any case, gives the bytes inside the archive."""
    page = tmp_path / name
    page.write_bytes(gzip.compress(b"<p>in"))
    assert all_of(page) == [FetchResult(str(page), b"<p>in")]


def test_packed_rows_are_rows(tmp_path: Path) -> None:
    """A .jsonl.gz file gives one page a row."""
    rows = tmp_path / "r.jsonl.gz"
    rows.write_bytes(gzip.compress(row(html="a") + row(html="b")))
    assert all_of(rows) == [FetchResult(f"{rows}#1", "a"), FetchResult(f"{rows}#2", "b")]


def test_folder_sources_are_path_as_given_and_the_way_inside(tmp_path: Path) -> None:
    """Sources of files in a folder join the folder as given and the relative path with single slashes."""
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "b.htm").write_bytes(b"b")
    assert [item.source for item in all_of(f"{tmp_path}/")] == [f"{tmp_path}/sub/b.htm"]


def test_relative_folder_keeps_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder given relatively, with a leading dot, keeps exactly that beginning in its sources."""
    (tmp_path / "a.html").write_bytes(b"a")
    monkeypatch.chdir(tmp_path)
    assert [item.source for item in all_of(".", "./a.html")] == ["./a.html", "./a.html"]


def test_missing_file_does_not_stop_the_rest(tmp_path: Path) -> None:
    """An input that is not there is named, and the inputs after it are still read."""
    page = tmp_path / "a.html"
    page.write_bytes(b"a")
    gone = tmp_path / "gone.html"
    assert all_of(gone, page) == [Unreadable(str(gone), "No such file or directory"), FetchResult(str(page), b"a")]


@pytest.mark.parametrize(
    "damaged",
    [gzip.compress(b"x" * 9999)[:-9], b"no archive at all", gzip.compress(b"x")[:12] + b"\xff" * 20],
    ids=["cut", "garbage", "garbled"],
)
def test_damaged_archive_is_unreadable(tmp_path: Path, damaged: bytes) -> None:
    """An archive that is cut off or garbled is an input that cannot be read, not a page."""
    page = tmp_path / "a.html.gz"
    page.write_bytes(damaged)
    (item,) = all_of(page)
    assert isinstance(item, Unreadable)
    assert "archive" in item.why


def test_rows_before_the_damage_are_kept(tmp_path: Path) -> None:
    """A damaged archive of rows gives the rows that can be unpacked before it is called unreadable."""
    rows = tmp_path / "r.jsonl.gz"
    # Two members, the second cut off: what stands in the first is whole.
    rows.write_bytes(gzip.compress(row(html="a") * 3) + gzip.compress(row(html="b"))[:-6])
    *pages, last = all_of(rows)
    assert pages[:3] == [FetchResult(f"{rows}#{n}", "a") for n in (1, 2, 3)]
    assert isinstance(last, Unreadable)


def test_archive_that_inflates_beyond_all_measure_is_too_large(tmp_path: Path) -> None:
    """A small archive of a huge page is skipped as too large without being unpacked as a whole."""
    page = tmp_path / "bomb.html.gz"
    with gzip.open(page, "wb", compresslevel=1) as archive:
        for _ in range(65):
            archive.write(bytes(2**20))
    (item,) = all_of(page)
    assert isinstance(item, Skipped)
    assert item.skipped is SkipReason.TOO_LARGE


def test_name_that_is_no_unicode_is_made_printable(tmp_path: Path) -> None:
    """A file whose name is no valid UTF-8 is read, and its source is valid Unicode."""
    try:
        (tmp_path / "caf\udce9.html").write_bytes(b"a")
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    (item,) = all_of(tmp_path)
    assert item.source == f"{tmp_path}/caf\ufffd.html"


def test_reading_is_lazy(tmp_path: Path) -> None:
    """A page is read only when it is asked for."""
    first, second = tmp_path / "1.html", tmp_path / "2.html"
    first.write_bytes(b"1")
    pages = read([str(first), str(second)], io.BytesIO())
    assert next(pages) == FetchResult(str(first), b"1")
    second.write_bytes(b"2")
    assert next(pages) == FetchResult(str(second), b"2")
