"""Fixtures as pages with gold."""

import json
from pathlib import Path
from typing import Any

import pytest

from scraper.corpora.fixture_gold import holds_fixtures, read_fixtures
from scraper.corpora.role_gold import GoldSegment
from scraper.errors import InputError

SEGMENTS = [
    {"text": "Home", "role": "navigation", "lang": "en"},
    {"text": "One.", "role": "body", "lang": "en"},
    {"text": "Share", "role": "share", "lang": "en"},
    {"text": "Two.", "role": "body", "lang": "en"},
]
EXPECTED = {
    "title": "River opens",
    "authors": ["Ada Lum"],
    "published": "2024-05-01",
    "language": "en",
    "page_type": "article",
    "segments": SEGMENTS,
}


def fixture(folder: Path, name: str = "en/river", expected: Any = EXPECTED, about: Any = None) -> Path:
    """Write one fixture and return the folder of all."""
    own = folder / name
    own.mkdir(parents=True)
    (own / "page.html").write_bytes("<p>One.<p>Zwölf".encode("latin-1"))
    (own / "page.json").write_text(json.dumps(about or {"url": "https://a.example/1", "language": "fr"}))
    (own / "expected.json").write_text(json.dumps(expected))
    return folder


def test_fixture_is_a_page_with_gold(tmp_path: Path) -> None:
    """Address, fields, story and blocks are read; the story is the body, a line a block, without the headline."""
    (found,) = read_fixtures(fixture(tmp_path))
    page = found.page
    assert (page.corpus, page.id, page.url) == ("fixtures", "en/river", "https://a.example/1")
    assert (page.title, page.authors, page.published) == ("River opens", ("Ada Lum",), "2024-05-01")
    assert (page.page_type, page.language, page.title_in_text) == ("article", "en", False)
    assert page.text == "One.\nTwo."
    assert found.segments == tuple(GoldSegment(**segment) for segment in SEGMENTS)
    assert page.body() == "<p>One.<p>Zwölf".encode("latin-1")


def test_fields_may_be_missing(tmp_path: Path) -> None:
    """What a fixture does not say is unknown."""
    (found,) = read_fixtures(fixture(tmp_path, expected={"segments": []}, about={"note": "none"}))
    page = found.page
    assert (page.url, page.title, page.authors, page.published, page.language) == (None, None, (), None, None)
    assert (page.page_type, page.text, found.segments) == ("unknown", "", ())


def test_fixtures_come_by_name(tmp_path: Path) -> None:
    """Fixtures come in the order of their names; a folder without expectations is none."""
    for name in ("fr/b", "en/z", "fr/a"):
        fixture(tmp_path, name)
    (tmp_path / "fr" / "empty").mkdir()
    assert [found.page.id for found in read_fixtures(tmp_path)] == ["en/z", "fr/a", "fr/b"]


def test_corpus_is_no_folder_of_fixtures(tmp_path: Path) -> None:
    """A folder with gold.jsonl is a corpus whatever else is in it, and an empty one is neither."""
    assert not holds_fixtures(tmp_path)
    assert not holds_fixtures(tmp_path / "gone")
    assert holds_fixtures(fixture(tmp_path))
    (tmp_path / "gold.jsonl").write_text("")
    assert not holds_fixtures(tmp_path)


@pytest.mark.parametrize(
    "expected", [[], {}, {"segments": [{"text": "x"}]}, {"segments": [{"text": "x", "role": "story", "lang": "en"}]}]
)
def test_malformed_expectations_are_named(tmp_path: Path, expected: Any) -> None:
    """Expectations that lack something or name a role that is none are an error that names the file."""
    with pytest.raises(InputError, match=r"expected\.json is malformed"):
        read_fixtures(fixture(tmp_path, expected=expected))


def test_missing_or_broken_address_is_named(tmp_path: Path) -> None:
    """A fixture without a readable page.json is an error that names the file."""
    about = fixture(tmp_path) / "en" / "river" / "page.json"
    about.write_text("{")
    with pytest.raises(InputError, match=r"page\.json is malformed"):
        read_fixtures(tmp_path)
    about.unlink()
    with pytest.raises(InputError, match=r"cannot read .*page\.json"):
        read_fixtures(tmp_path)
