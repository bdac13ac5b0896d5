"""`scraper score --speed`."""

import json
from pathlib import Path

import pytest

from scraper.cli import main


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Return a corpus of one page."""
    (tmp_path / "tiny" / "html").mkdir(parents=True)
    (tmp_path / "tiny" / "gold.jsonl").write_text(json.dumps({"id": "1", "text": "It rained."}))
    (tmp_path / "tiny" / "html" / "1.html.gz").write_bytes(b"<h1>Rain</h1><p>It rained all day in the valley.</p>")
    return tmp_path / "tiny"


def test_parts_stand_beside_ratios(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Ratios to the peers named come with the shares of the parts, without growth where nobody asks for it."""
    assert main(["score", "--speed", str(corpus), "--against", "bare_extraction", "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert set(data["ratio"]) == {"scraper", "bare_extraction"}
    assert 0 < data["parts"]["languages"] < 1
    assert data["growth"] == []


def test_growth_is_for_speed_alone(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Asking for growth without --speed is refused."""
    assert main(["score", "--growth", str(corpus)]) == 2
    assert "--growth is for --speed" in capsys.readouterr().err
