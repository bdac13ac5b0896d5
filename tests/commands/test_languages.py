"""`scraper languages`."""

import json

import pytest

from scraper.cli import main
from scraper.tagger import catalogue
from scraper.tagger.catalogue import Accuracy, Figures
from scraper.tagger.detectors import DETECTORS


@pytest.fixture
def measured(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pretend that Welsh and Chinese were measured with the profiles."""
    rows = {"cy": Accuracy(1.0, 0.8, 0.6), "zh": Accuracy(1.0, 1.0, 1.0)}
    monkeypatch.setattr(catalogue, "figures", lambda: {"profiles": Figures("data 0", 50, rows)})


@pytest.mark.usefixtures("measured")
def test_all_detectors_stand_side_by_side(capsys: pytest.CaptureFixture[str]) -> None:
    """A row a language, a column a detector: the mean, `yes` where it was not measured, a dash where it has no name."""
    assert main(["languages"]) == 0
    lines = capsys.readouterr().out.splitlines()
    rows = {line.split()[0]: line.split() for line in lines if line}
    assert rows["cy"] == ["cy", "Latn", "80.0", "yes", "yes", "yes", "Welsh", "·", "Cymraeg"]
    assert rows["zh-Hans"][2] == rows["zh-Hant"][2] == "100.0"
    assert rows["yi"][2:6] == ["–", "–", "yes", "–"]
    assert lines[-4].endswith("measured with data 0, 50 lines a language and kind")
    assert lines[-1].endswith("not measured")


@pytest.mark.usefixtures("measured")
def test_one_detector_shows_all_figures(capsys: pytest.CaptureFixture[str]) -> None:
    """With one detector the three figures stand apart."""
    assert main(["languages", "--detector", "profiles"]) == 0
    rows = {line.split()[0]: line.split()[1:] for line in capsys.readouterr().out.splitlines() if line}
    assert rows["cy"][:4] == ["Latn", "100.0", "80.0", "60.0"]
    assert rows["de"][1:3] == ["not", "measured"]


@pytest.mark.usefixtures("measured")
def test_json_has_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    """JSON names every language with its scripts, and for each detector that can name it the figures or null."""
    assert main(["languages", "--json"]) == 0
    rows = {row["tag"]: row for row in json.loads(capsys.readouterr().out)}
    assert rows["cy"]["detectors"]["profiles"] == {"sentences": 1.0, "pairs": 0.8, "words": 0.6}
    assert rows["cy"]["detectors"]["cld2"] is None
    assert list(rows["yi"]["detectors"]) == ["cld2"]
    assert rows["sr"]["scripts"] == ["Cyrl"]


def test_an_unknown_detector_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    """The error names those that there are."""
    assert main(["languages", "--detector", "x"]) == 2
    assert ", ".join(DETECTORS) in capsys.readouterr().err
