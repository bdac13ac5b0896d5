"""Pages labelled by hand."""

import json
from pathlib import Path

import pytest

from scraper.corpora.role_gold import GoldSegment, read_role_pages
from scraper.errors import InputError


def test_page_is_found_beside_the_folder(tmp_path: Path) -> None:
    """A page's bytes are named relative to the folder above the one with the labels."""
    folder = tmp_path / "roles"
    folder.mkdir()
    row = {"id": "a", "html": "c/html/a.html.gz", "segments": [{"text": "x", "role": "body", "lang": "en"}]}
    (folder / "a.json").write_text(json.dumps(row))
    (page,) = read_role_pages(folder)
    assert page.path == tmp_path / "c" / "html" / "a.html.gz"
    assert page.segments == (GoldSegment("x", "body", "en"),)


WRONG_ROLE = '{"id": "a", "html": "a.html.gz", "segments": [{"text": "x", "role": "story", "lang": "en"}]}'


@pytest.mark.parametrize("text", ["{", "{}", "[]", WRONG_ROLE])
def test_malformed_labels_are_named(tmp_path: Path, text: str) -> None:
    """A file that cannot be used is an error that names it."""
    (tmp_path / "bad.json").write_text(text)
    with pytest.raises(InputError, match=r"bad\.json is malformed"):
        read_role_pages(tmp_path)


def test_folder_without_labels_is_refused(tmp_path: Path) -> None:
    """A folder without labelled pages is an error rather than a score of nothing."""
    with pytest.raises(InputError, match="no labelled pages"):
        read_role_pages(tmp_path)
