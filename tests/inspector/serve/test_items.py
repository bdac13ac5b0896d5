"""What there is to see in a folder."""

import json

import pytest

from scraper.errors import InputError
from scraper.inspector.serve.items import items
from tests.inspector.fixtures.saved_pages import PAGE, kept


def test_fixtures_and_pages_are_listed(tmp_path):
    """Fixtures and saved pages are listed by place; a page that was kept is not listed twice, rows of pages never."""
    place = kept(tmp_path).folder / "page.json"
    place.write_text(json.dumps({**json.loads(place.read_text()), "kept_from": "same.html"}))
    (tmp_path / "same.html").write_text(PAGE)
    (tmp_path / "other.html").write_text(PAGE.replace("rose", "fell"))
    (tmp_path / "rows.jsonl").write_text("{}")
    (tmp_path / "en" / ".making.part").mkdir()
    (tmp_path / "en" / ".making.part" / "expected.json").write_text("{}")
    assert [(item.id, item.is_fixture) for item in items(tmp_path)] == [("en/river-rises", True), ("other.html", False)]


def test_one_fixture_is_a_folder_too(tmp_path):
    """The folder of one fixture shows that one."""
    (item,) = items(kept(tmp_path).folder)
    assert item.is_fixture
    with pytest.raises(InputError, match="nowhere"):
        items(tmp_path / "nowhere")
