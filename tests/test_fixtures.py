"""Every fixture against what its record must say.

Cut, fields, roles and languages of each are tests of their own, made by the plugin this package ships: they must not
fall below what was reached before (`fixtures/floors.json`). Here stands what all fixtures together must be, and that
the founding fixture, and every foreign teaser, must be right altogether.
"""

import json
from collections import Counter
from pathlib import Path

import jsonschema
import pytest

from scraper.model.segment import Kind, Role
from scraper.writer.record import encode
from scraper.writer.schema import schema_text
from tests.fixture_pages import FLOORS, Fixture, fixtures, value

FIXTURES = fixtures()
NAMES = [fixture.name for fixture in FIXTURES]
FOUNDING = next(fixture for fixture in FIXTURES if fixture.name == "en/story-with-chinese-teaser")
TEASERS = ["en/story-with-chinese-teaser", "en/teaser-between-paragraphs-bare", "en/teaser-linked-hashed"]


@pytest.fixture(params=FIXTURES, ids=NAMES)
def fixture(request: pytest.FixtureRequest) -> Fixture:
    """Each fixture in turn."""
    return request.param


def test_records_are_valid(fixture):
    """Every record validates against the schema that the package ships."""
    jsonschema.Draft202012Validator(json.loads(schema_text())).validate(json.loads(encode(fixture.record())))


def test_records_are_reproducible(fixture):
    """Two runs over the same bytes give the same record, byte for byte."""
    assert encode(fixture.record()) == encode(fixture.record())


def test_the_founding_page_comes_out_right():
    """The story of the founding page comes out whole and alone, its share block and Chinese teaser labelled."""
    expected = FOUNDING.expected["segments"]
    record = FOUNDING.record()
    assert record.text == "\n\n".join(segment["text"] for segment in expected if segment["role"] == "body")
    for segment, found in zip(expected, record.segments, strict=True):
        if segment["role"] in {"title", "body", "share", "related"}:
            assert (found.role, found.lang) == (segment["role"], segment["lang"]), found.text


@pytest.mark.parametrize("field", ["title", "authors", "published", "language", "page_type"])
def test_the_founding_page_is_described_right(field):
    """Title, authors, date, language and type of the founding page are those expected."""
    assert value(FOUNDING.record(), field) == FOUNDING.expected[field]


@pytest.mark.parametrize("name", TEASERS)
def test_no_foreign_teaser_is_told_as_story(name):
    """No sentence of a teaser in another script stands in the text of an English story."""
    found = next(fixture for fixture in FIXTURES if fixture.name == name)
    own = {found.expected["language"], "und"}
    foreign = [s["text"] for s in found.expected["segments"] if s["role"] == "related" and s["lang"] not in own]
    text = found.record().text
    assert foreign
    assert [teaser for teaser in foreign if teaser in text] == []


def test_there_are_enough_of_them():
    """There are at least 30 fixtures in at least 20 languages, and every floor belongs to one."""
    assert len(FIXTURES) >= 30
    assert len({fixture.expected["language"] for fixture in FIXTURES}) >= 20
    floors = json.loads(FLOORS.read_text("utf-8"))
    assert sorted(name for name in floors if "/" in name) == NAMES
    assert {name for name in floors if "/" not in name} == {name.split("/")[0] for name in NAMES}


def test_all_of_them_are_run_as_tests(pytestconfig):
    """A run of everything compares each fixture with what is expected, by the plugin."""
    assert [Path(folder) for folder in pytestconfig.getini("scraper_fixtures")] == [FLOORS.parent]
    assert pytestconfig.pluginmanager.has_plugin("scraper-fixtures")


def test_every_role_and_kind_occurs():
    """Each of the eleven roles is expected somewhere, and each kind of segment is met somewhere."""
    roles = Counter(segment["role"] for fixture in FIXTURES for segment in fixture.expected["segments"])
    assert set(roles) == set(Role)
    assert {segment.kind for fixture in FIXTURES for segment in fixture.record().segments} == set(Kind)


def test_every_fixture_says_what_it_shows(fixture):
    """Each fixture names its address, what it is modelled on and what it is there to show."""
    assert all(fixture.page[key] for key in ("url", "modelled_on", "shows"))
