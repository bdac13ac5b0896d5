"""Finding inputs without reading them."""

from pathlib import Path

import pytest

from scraper.reader.places import Input, find, identity, suffix_of


@pytest.mark.parametrize(
    ("name", "suffix"),
    [("a.html", ".html"), ("A.HTML.GZ", ".html"), ("a.gz", ""), ("a", ""), ("a.b/c.jsonl.zst", ".jsonl")],
)
def test_suffix_is_looked_up_without_the_packing(name: str, suffix: str) -> None:
    """The suffix that decides on the reader is lower case and has the packing taken off."""
    assert suffix_of(name) == suffix


def test_patterns_stand_for_what_they_match(tmp_path: Path) -> None:
    """A pattern gives its matches sorted, folders among them opened, and itself where nothing matches."""
    (tmp_path / "b2").mkdir()
    for name in ("b1.html", "b2/x.html", "a.html"):
        (tmp_path / name).write_bytes(b"x")
    found = [*find([f"{tmp_path}/b*", f"{tmp_path}/**/x.html", f"{tmp_path}/c*"])]
    names = [place.source.removeprefix(f"{tmp_path}/") for place in found]
    assert names == ["b1.html", "b2/x.html", "b2/x.html", "c*"]


def test_file_whose_name_is_a_pattern_is_itself(tmp_path: Path) -> None:
    """A file that is there under the very name is read, whatever the name would match."""
    path = tmp_path / "a[1].html"
    path.write_bytes(b"x")
    assert [*find([str(path)])] == [Input(str(path), str(path))]


def test_identity_changes_with_the_file(tmp_path: Path) -> None:
    """A file of another size has another identity, the same file the same."""
    path = tmp_path / "a.html"
    path.write_bytes(b"x")
    place = Input(str(path), "a")
    before = identity(place)
    assert identity(place) == before
    path.write_bytes(b"xy")
    assert identity(place) != before
