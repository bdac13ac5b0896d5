"""`scraper train-language`."""

import json
from pathlib import Path

import pytest

from scraper.cli import main
from tests.tagger.test_learning import LINES

PAGE = "<html><body><p>{}</p></body></html>"


def test_a_profile_is_written_and_used(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A language that was trained is found by `scraper clean` when its folder is named."""
    words, page, folder = tmp_path / "words.txt", tmp_path / "page.html", tmp_path / "profiles"
    words.write_text(LINES, "utf-8")
    page.write_text(PAGE.format("qatlu vimzo xupra qelmi zyvko taqqu muvzi xolpe qirda"), "utf-8")
    assert main(["train-language", "qv", str(words), "-o", str(folder)]) == 0
    assert "qv in Latn" in capsys.readouterr().out
    assert main(["clean", "-q", str(page), "--languages-folder", str(folder)]) == 0
    assert json.loads(capsys.readouterr().out)["segments"][0]["lang"] == "qv"


def test_what_is_wrong_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A missing text, and a place that cannot be written to, end with a line that says so."""
    words, file = tmp_path / "words.txt", tmp_path / "file"
    assert main(["train-language", "qv", str(words)]) == 1
    words.write_text(LINES, "utf-8")
    file.write_text("in the way", "utf-8")
    assert main(["train-language", "qv", str(words), "-o", str(file)]) == 1
    assert "cannot write" in capsys.readouterr().err
