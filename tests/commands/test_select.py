"""`scraper select`."""

from pathlib import Path
from typing import Any

import pytest

from scraper.cli import main
from scraper.model.language import Shares
from scraper.writer.record import encode
from tests.commands.pages import records
from tests.writer.records import document, segment, skipped

ZH = document(
    segment("雨が降った。"), source="zh", language=Shares("zh-Hans", 0.9, {"zh-Hans": 1.0}, {"zh-Hans": 1.0}, ())
)
EN = document(segment("It rained all day."), source="en")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a file of three records."""
    path = tmp_path / "r.jsonl"
    path.write_bytes(b"".join(encode(record) + b"\n" for record in (ZH, skipped(), EN)))
    return path


def select(path: Path, *words: str) -> list[dict[str, Any]]:
    out = path.with_name("out.jsonl")
    assert main(["select", "-q", str(path), "-o", str(out), *words]) == 0
    return records(out.read_text())


def test_without_wishes_records_stay_byte_for_byte(path: Path) -> None:
    """Selecting everything gives the same file, through Parquet too."""
    select(path)
    assert path.with_name("out.jsonl").read_bytes() == path.read_bytes()
    pytest.importorskip("pyarrow")
    table, back = path.with_name("t.parquet"), path.with_name("back.jsonl")
    assert main(["select", "-q", str(path), "-o", str(table)]) == 0
    assert main(["select", "-q", str(table), "-o", str(back)]) == 0
    assert back.read_bytes() == path.read_bytes()


def test_what_is_not_wanted_is_a_skip(path: Path) -> None:
    """Every record is still there, those not wanted as skips with their reason."""
    assert [row.get("skipped") for row in select(path, "--lang", "zh")] == [None, "empty", "other_language"]
    assert [row.get("skipped") for row in select(path, "--min-chars", "10")] == ["filtered", "empty", None]


def test_skips_can_be_left_out(path: Path) -> None:
    """With --without-skipped only what is wanted is written."""
    assert [row["source"] for row in select(path, "--lang", "zh", "--without-skipped")] == ["zh"]


def test_account_says_what_was_left_out(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The summary counts skips also where they are not written."""
    assert main(["select", str(path), "--min-chars", "10", "--without-skipped"]) == 0
    assert "skipped: empty 1, filtered 1" in capsys.readouterr().err


def test_lines_that_are_no_records_are_told(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What cannot be read ends with 1 after all else was written."""
    path.write_bytes(path.read_bytes() + b"{\n")
    assert main(["select", "-q", str(path)]) == 1
    captured = capsys.readouterr()
    assert len(records(captured.out)) == 3
    assert f"cannot read {path}#4" in captured.err


def test_stories_can_be_written_for_reading(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Records that were written before become Markdown."""
    assert main(["select", "-q", str(path), "--format", "markdown", "--lang", "en"]) == 0
    assert "# River opens" in capsys.readouterr().out
