"""`scraper score` of languages."""

import json
from pathlib import Path

import pytest

from scraper.cli import main
from scraper.corpora.quotes import PAIRS
from scraper.inspector.langid_score import KINDS


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    """Give a folder of lines in Greek and Korean, and something for every language of the quotations."""
    for kind in KINDS:
        (tmp_path / kind).mkdir()
        for tag, line in (("el", "καλημέρα κόσμε"), ("ko", "안녕하세요")):
            (tmp_path / kind / f"{tag}.txt").write_text(line, encoding="utf-8")
    return tmp_path


def test_lines_are_scored(lines: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A table a detector is printed, several detectors one after the other."""
    assert main(["score", "--langid", str(lines), "--detector", "profiles,langdetect"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("profiles (data ")
    assert "\nlangdetect (langdetect 1." in out
    assert out.count("el                    100.0      100.0  100.0  100.0") == 2


def test_figures_are_put_beside_others(lines: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The file keeps the figures of other detectors, and gets those that were measured; JSON prints the same."""
    file = tmp_path / "figures.json"
    file.write_text('{"other": {"version": "1"}, "profiles": {}}')
    assert main(["score", "--langid", str(lines), "--held-out", "--json", "--limit", "3", "-o", str(file)]) == 0
    written, printed = json.loads(file.read_text()), json.loads(capsys.readouterr().out)
    assert written == {"other": {"version": "1"}, **printed}
    assert printed["profiles"]["languages"] == {"el": [1.0, 1.0, 1.0], "ko": [1.0, 1.0, 1.0]}
    assert printed["profiles"]["lines"] == 3
    assert printed["profiles"]["held_out"] is True
    assert main(["score", "--langid", str(lines), "--detector", "langdetect", "-o", str(file)]) == 0
    assert "held_out" not in json.loads(file.read_text())["langdetect"]


def test_figures_of_remembered_lines_are_not_written(lines: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Figures of the profiles go into a file only when the lines were kept out of building them."""
    assert main(["score", "--langid", str(lines), "-o", str(lines / "x.json")]) == 2
    assert "only with --held-out" in capsys.readouterr().err
    assert not (lines / "x.json").exists()


def test_lines_are_kept_out(lines: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """After the table it is said how lines fared whose words were not seen; other detectors are measured as ever."""
    assert main(["score", "--langid", str(lines), "--held-out", "--detector", "profiles,langdetect"]) == 0
    out = capsys.readouterr().out
    assert out.count("without a word seen in building") == 2
    assert out.index("without a word") < out.index("langdetect (")


def test_quotations_are_scored(lines: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The share of letters in their own language is printed by kind of pair."""
    for tag in {tag for pairs in PAIRS.values() for pair in pairs for tag in pair.split("-")}:
        (lines / "sentences" / f"{tag}.txt").write_text("one two three\nfour five six\n", encoding="utf-8")
    assert main(["score", "--spans", str(lines), "--limit", "1"]) == 0
    assert set(json.loads(capsys.readouterr().out)) == set(PAIRS)


@pytest.mark.parametrize(
    ("words", "message", "code"),
    [
        (["--langid", ".", "."], "on one folder", 2),
        (["--spans", ".", "."], "on one folder", 2),
        (["--langid", "nothing-there"], "holds no lines", 1),
        (["--spans", "nothing-there"], "not a file of sentences", 1),
        (["--langid", ".", "--detector", "x"], "holds no lines", 1),
        (["--spans", ".", "--held-out"], "--held-out is for --langid", 2),
    ],
)
def test_mistakes_are_named(words: list[str], message: str, code: int, capsys: pytest.CaptureFixture[str]) -> None:
    """What cannot be measured is said in one line."""
    assert main(["score", *words]) == code
    assert message in capsys.readouterr().err


def test_figures_are_of_detectors_as_they_are(lines: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Figures of restricted candidates are not written, nor into a file that holds something else."""
    assert main(["score", "--langid", str(lines), "--languages", "el,ko", "-o", str(lines / "x.json")]) == 2
    assert "leave out --languages" in capsys.readouterr().err
    (lines / "y.json").write_text("no")
    assert main(["score", "--langid", str(lines), "--held-out", "-o", str(lines / "y.json")]) == 1
    assert "is no file of figures" in capsys.readouterr().err
