"""`scraper stats`."""

import json
from pathlib import Path

import pytest

from scraper.cli import main
from scraper.model.segment import Role
from scraper.writer.record import encode
from tests.writer.records import document, segment, skipped


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a file of two documents and a skip."""
    path = tmp_path / "r.jsonl"
    rows = [document(segment("Rain fell."), segment("Share", Role.SHARE)), skipped(), document(segment("It <b>&"))]
    path.write_bytes(b"".join(encode(row) + b"\n" for row in rows))
    return path


def test_report_as_json(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As JSON the report has counts by name for everything that was counted."""
    assert main(["stats", "--json", str(path)]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["records"], told["documents"], told["skipped"], told["unreadable"]) == (3, 2, {"empty": 1}, 0)
    assert (told["languages"], told["roles"]) == ({"en": 2}, {"body": 2, "share": 1})
    assert told["lengths"] == {"4–7": 1, "8–15": 1}
    assert told["confidences"] == {"0.95–1.00": 2}
    assert told["hosts"] == {"example.org": 2}


def test_report_as_tables(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without arguments the report is tables with counts and shares."""
    assert main(["stats", str(path)]) == 0
    out = capsys.readouterr().out
    assert "Languages of stories" in out
    assert "100.0%" in out


def test_report_as_page(path: Path) -> None:
    """The page stands alone: no script, nothing from elsewhere, names of the data escaped."""
    page = path.with_name("r.html")
    assert main(["stats", "--html", str(page), str(path)]) == 0
    text = page.read_text()
    assert text.count("<svg") >= 8
    assert "<script" not in text
    assert "http" not in text.replace("https://example.org", "")


def test_lines_that_are_no_records_are_told(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What cannot be read is named, counted, and makes the exit code 1."""
    path.write_bytes(path.read_bytes() + b"{\n")
    assert main(["stats", "--json", str(path)]) == 1
    assert json.loads(capsys.readouterr().out)["unreadable"] == 1
