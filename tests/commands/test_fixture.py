"""`scraper fixture`."""

import io
import json
import sys

import pytest

from scraper.cli import main
from scraper.commands.fixture import ACTIONS
from scraper.inspector.fixtures.compare import check
from scraper.inspector.fixtures.saved import read_fixture, write_expected
from tests.commands.pages import STORY, write_page


@pytest.fixture
def fixture(tmp_path):
    """Make a fixture by the command."""
    page = write_page(tmp_path, "river.html")
    words = ["fixture", "add", str(page), "--folder", str(tmp_path / "f"), "--url", "https://a.example/river"]
    assert main(words) == 0
    return read_fixture(tmp_path / "f" / "en" / "river")


@pytest.fixture
def wrong(fixture):
    """Make a fixture that expects the first paragraph to be advertising."""
    expected = json.loads(json.dumps(fixture.expected))
    next(segment for segment in expected["segments"] if segment["text"] == STORY)["role"] = "promo"
    write_expected(fixture.folder, expected)
    return read_fixture(fixture.folder)


def test_a_page_is_added_under_a_name(tmp_path, capsys):
    """A page is kept under the name that is given, and what gives no record is named and not kept."""
    page = write_page(tmp_path)
    assert main(["fixture", "add", str(page), "--folder", str(tmp_path / "f"), "--name", "sv/mine"]) == 0
    assert (tmp_path / "f" / "sv" / "mine" / "expected.json").exists()
    assert "3 segments" in capsys.readouterr().err
    page.write_bytes(b"%PDF-1.7")
    assert main(["fixture", "add", str(page), "--folder", str(tmp_path / "g")]) == 1
    assert "not_html" in capsys.readouterr().err
    assert not (tmp_path / "g").exists()


def test_check_says_what_differs(fixture, capsys):
    """The exit code of a check is 0 without differences; with one it is 1 and the line is named."""
    assert main(["fixture", "check", str(fixture.folder)]) == 0
    fields = {**fixture.expected, "title": "Another"}
    write_expected(fixture.folder, fields)
    capsys.readouterr()
    assert main(["fixture", "check", str(fixture.folder.parent.parent)]) == 1
    assert '  title: "River rises" for "Another"\n' in capsys.readouterr().out


def test_check_prints_json(wrong, capsys):
    """With --json the same comes as data."""
    assert main(["fixture", "check", str(wrong.folder), "--json"]) == 1
    (found,) = json.loads(capsys.readouterr().out)
    assert found["differences"][0]["about"] == "leaked"


def test_with_floors_only_a_fall_fails(wrong, tmp_path, capsys):
    """A difference that was there before is no failure; one more is, and so is a fixture without a floor."""
    floors = tmp_path / "floors.json"
    floor = {"roles": 0.66, "languages": 1.0, "lost": 0, "leaked": 1, "fields": ["title"]}
    words = ["fixture", "check", str(wrong.folder), "--floors", str(floors)]
    floors.write_text(json.dumps({wrong.name: floor}))
    assert main(words) == 0
    floors.write_text(json.dumps({wrong.name: {**floor, "leaked": 0}}))
    assert main(words) == 1
    assert "en/river: below its floor: leaked 1, was 0" in capsys.readouterr().err
    floors.write_text("{}")
    assert main(words) == 1
    assert "has no floor" in capsys.readouterr().err


def test_update_shows_and_writes_only_when_told(wrong, capsys, monkeypatch):
    """An update shows what changes; without an answer nothing is written, and with --yes the new result is expected."""
    monkeypatch.setattr(sys, "stdin", io.StringIO("y\n"))
    assert main(["fixture", "update", str(wrong.folder)]) == 1
    shown = capsys.readouterr()
    assert "leaked into the story: body for promo" in shown.out
    assert "0 were written" in shown.err
    assert read_fixture(wrong.folder) == wrong
    assert main(["fixture", "update", str(wrong.folder), "--yes"]) == 0
    assert "leaked into the story" in capsys.readouterr().out
    assert check(read_fixture(wrong.folder)).differences == []


@pytest.mark.parametrize(("answer", "code"), [("y\n", 0), ("\n", 1), ("", 1), ("no\n", 1)])
def test_update_asks_on_a_terminal(wrong, monkeypatch, answer, code):
    """On a terminal only a yes is taken for one."""

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stdin", Terminal(answer))
    assert main(["fixture", "update", str(wrong.folder)]) == code
    assert (read_fixture(wrong.folder) == wrong) is bool(code)


def test_scrub_writes_a_smaller_page(fixture, capsys):
    """A scrubbed page gives the same record from fewer bytes; one that is no page is named and left alone."""
    before = (fixture.folder / "page.html").stat().st_size
    assert main(["fixture", "scrub", str(fixture.folder), "--seconds", "5"]) == 0
    assert f"en/river: {before} to " in capsys.readouterr().err
    assert check(read_fixture(fixture.folder)).differences == []
    (fixture.folder / "page.html").write_bytes(b"%PDF-1.7")
    assert main(["fixture", "scrub", str(fixture.folder)]) == 1
    assert (fixture.folder / "page.html").read_bytes() == b"%PDF-1.7"


def test_wrong_use_is_named(tmp_path, capsys):
    """A folder without fixtures and a time below nought are wrong usage."""
    for action in sorted(ACTIONS.keys() - {"add"}):
        assert main(["fixture", action, str(tmp_path)]) == 2
        assert "holds no fixtures" in capsys.readouterr().err
    assert main(["fixture", "scrub", str(tmp_path), "--seconds", "-1"]) == 2
