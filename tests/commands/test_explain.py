"""`scraper explain`."""

import json

from scraper.cli import main
from tests.commands.pages import STORY, write_page


def test_a_text_is_explained(tmp_path, capsys):
    """The segment with the words is named with its place, label and what would change it."""
    assert main(["explain", str(write_page(tmp_path)), "--find", STORY[:30]]) == 0
    out = capsys.readouterr().out
    assert out.startswith(f"segment 2 of 3: {STORY}")
    assert "labelled   body" in out


def test_data_are_printed(tmp_path, capsys):
    """With --json the same comes as data, at most as many segments as asked for."""
    assert main(["explain", str(write_page(tmp_path)), "--find", "river", "--json", "--most", "2"]) == 0
    shown = capsys.readouterr()
    assert [one["role"] for one in json.loads(shown.out)] == ["title", "body"]
    assert "1 more segments" in shown.err


def test_what_is_not_there_is_said(tmp_path, capsys):
    """Words that stand nowhere, a page that is none, and no words at all are told apart by their exit codes."""
    page = write_page(tmp_path)
    assert main(["explain", str(page), "--find", "sea"]) == 1
    assert "no segment has the words 'sea'" in capsys.readouterr().err
    assert main(["explain", str(page), "--find", " "]) == 2
    page.write_bytes(b"%PDF-1.7")
    assert main(["explain", str(page), "--find", "sea"]) == 1
    assert "not_html" in capsys.readouterr().err
