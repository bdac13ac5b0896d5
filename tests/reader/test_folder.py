"""Files of a folder."""

from pathlib import Path

from scraper.reader.folder import files
from scraper.reader.places import page_files
from scraper.reader.reading import Unreadable


def names(folder: Path) -> list[str]:
    return [
        found.source if isinstance(found, Unreadable) else found.relative_to(folder).as_posix()
        for found in page_files(folder)
    ]


def test_only_files_that_hold_pages_in_sorted_order(tmp_path: Path) -> None:
    """Files with known suffixes, in any case and packed or not, come sorted by name, folders in their place."""
    for name in ["b.html", "a.jsonl.gz", "Z.XHTML", "c.txt", "c.gz", "m/x.htm", "m/deep/y.html.gz", "m.html/z.html"]:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    assert names(tmp_path) == ["Z.XHTML", "a.jsonl.gz", "b.html", "m/deep/y.html.gz", "m/x.htm", "m.html/z.html"]


def test_links_to_folders_are_not_followed(tmp_path: Path) -> None:
    """A link to a folder above does not lead in circles; a link to a file is read, a broken one is reported later."""
    (tmp_path / "a.html").write_bytes(b"")
    (tmp_path / "b.html").symlink_to("a.html")
    (tmp_path / "circle.html").symlink_to(".")
    (tmp_path / "gone.html").symlink_to("nowhere")
    assert names(tmp_path) == ["a.html", "b.html", "gone.html"]


def test_folder_that_cannot_be_listed_is_unreadable(tmp_path: Path) -> None:
    """A folder that is gone when its turn comes is named instead of raising."""
    (found,) = files(tmp_path / "gone", Path.exists)
    assert isinstance(found, Unreadable)
