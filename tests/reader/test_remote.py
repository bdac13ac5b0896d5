"""Remote stores, by those that need no network."""

import gzip
import io
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from scraper.errors import MissingExtraError, UsageError
from scraper.model.page import FetchResult
from scraper.reader import Unreadable, read
from scraper.reader.remote import is_remote, remote_identity

fsspec = pytest.importorskip("fsspec")


@pytest.fixture
def store() -> Iterator[str]:
    """Yield a store in memory with two pages and a file of rows."""
    memory = fsspec.filesystem("memory")
    memory.pipe({"/j/b.html": b"<p>b", "/j/sub/a.html": b"<p>a", "/j/r.jsonl.gz": gzip.compress(b'{"html":"r"}\n')})
    memory.pipe({"/j/x.txt": b"no page"})
    yield "memory://j"
    memory.rm("/j", recursive=True)


def sources(*paths: str) -> list[str]:
    return [item.source for item in read(paths, io.BytesIO())]


@pytest.mark.parametrize(("path", "yes"), [("s3://b/k", True), ("a/b", False), ("C:\\a", False), ("x y://a", False)])
def test_addresses_are_told_from_paths(path: str, *, yes: bool) -> None:
    """A path with a scheme is an address, and nothing else is."""
    assert is_remote(path) is yes


def test_folder_pattern_and_file_are_read(store: str) -> None:
    """Folders give the files that hold pages in sorted order, patterns what they match, names themselves."""
    assert sources(store) == ["memory:///j/b.html", "memory:///j/r.jsonl.gz#1", "memory:///j/sub/a.html"]
    assert sources(f"{store}/*.html") == ["memory:///j/b.html"]
    assert sources(f"{store}/x.txt") == [f"{store}/x.txt"]


def test_pages_come_as_they_lie_there(store: str) -> None:
    """The bytes of a remote page are those of the file, unpacked."""
    assert [*read([f"{store}/b.html"], io.BytesIO())] == [FetchResult(f"{store}/b.html", b"<p>b")]


def test_files_of_this_machine_have_addresses_too(tmp_path: Path) -> None:
    """The scheme `file` leads to the same pages as a path."""
    (tmp_path / "a.html").write_bytes(b"<p>a")
    assert [page.body for page in read([f"file://{tmp_path}"], io.BytesIO()) if isinstance(page, FetchResult)] == [
        b"<p>a"
    ]


def test_what_is_missing_is_unreadable(store: str) -> None:
    """A file that is not there, and a pattern that matches nothing, are inputs that cannot be read."""
    for path in (f"{store}/gone.html", f"{store}/*.none"):
        (item,) = read([path], io.BytesIO())
        assert isinstance(item, Unreadable)


def test_identity_changes_with_the_content(store: str) -> None:
    """What tells one version of a file from another differs when the file does."""
    before = remote_identity(f"{store}/b.html")
    fsspec.filesystem("memory").pipe("/j/b.html", b"<p>other words")
    assert remote_identity(f"{store}/b.html") != before


def test_pages_of_the_web_are_for_another_command() -> None:
    """An address of the web is refused with the command that is for it."""
    with pytest.raises(UsageError, match="scraper fetch"):
        sources("https://example.org/")


def test_unknown_scheme_is_wrong_usage() -> None:
    """A scheme that nothing knows is told as such."""
    with pytest.raises(UsageError, match="nowhere"):
        sources("nowhere://x/y.html")


def test_missing_package_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without fsspec the message says what to install."""
    monkeypatch.setitem(sys.modules, "fsspec.core", None)
    with pytest.raises(MissingExtraError, match=r"scraper\[remote\]"):
        sources("memory://j")


def test_missing_package_of_a_store_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where fsspec is there and what it needs for the store is not, the message says what to install too."""
    monkeypatch.setitem(sys.modules, "s3fs", None)
    with pytest.raises(MissingExtraError, match=r"scraper\[remote\]"):
        sources("s3://bucket/j")
