"""Names of languages and what was measured of them."""

import json
from dataclasses import replace

import pytest

from scraper.errors import MissingExtraError, RulesError
from scraper.tagger import catalogue
from scraper.tagger.catalogue import Accuracy, figures, names, parse_figures, scripts_of
from scraper.tagger.detectors import DETECTORS

ROW = {"version": "data 0", "lines": 5, "languages": {"en": [1.0, 0.5, 0.0]}}


@pytest.mark.parametrize("name", DETECTORS)
def test_every_language_has_a_name(name: str) -> None:
    """Whatever a detector can name is called something in English and in itself."""
    assert [tag for tag in scripts_of(DETECTORS[name]) if tag not in names()] == []
    assert all(english.strip() and own.strip() for english, own in names().values())


def test_scripts_are_those_of_the_answers() -> None:
    """A language that is written in two scripts has both, and Chinese and Japanese have their own codes."""
    found = scripts_of(DETECTORS["profiles"])
    assert (found["ja"], found["zh-Hant"], found["el"]) == (("Jpan",), ("Hant",), ("Grek",))


def test_the_mean_is_that_of_the_three() -> None:
    """Sentences, pairs and words count the same."""
    assert Accuracy(1.0, 0.5, 0.0).mean == 0.5


def test_figures_come_back_as_they_were_written() -> None:
    """What JSON holds of a detector is read into figures."""
    found = parse_figures({"profiles": ROW})["profiles"]
    assert (found.version, found.lines, found.languages["en"]) == ("data 0", 5, Accuracy(1.0, 0.5, 0.0))


@pytest.fixture
def written(tmp_path, monkeypatch):
    """Give a function that puts figures where they are read."""
    monkeypatch.setattr(catalogue.resources, "files", lambda _: tmp_path)

    def write(raw: str):
        (tmp_path / catalogue.FIGURES).write_text(raw)
        return figures.__wrapped__()

    return write


def test_figures_of_remembered_lines_are_left_out(written, monkeypatch):
    """Figures of the profiles count only when the lines were kept out of building them."""
    row = {**ROW, "version": "data 1"}
    profiles = replace(DETECTORS["profiles"], version=lambda: "data 1")
    monkeypatch.setattr(catalogue, "DETECTORS", {"profiles": profiles})
    assert list(written(json.dumps({"profiles": row}))) == []
    assert list(written(json.dumps({"profiles": {**row, "held_out": True}}))) == ["profiles"]


def test_figures_of_other_data_are_left_out(written, monkeypatch):
    """Figures count only while the detector gives the answers that were measured, or is not there to be asked."""
    row = DETECTORS["langdetect"].version()
    raw = {name: {**ROW, "version": row} for name in ("langdetect", "cld2", "gone")}

    def missing() -> str:
        raise MissingExtraError("no")

    assert list(written(json.dumps(raw))) == ["langdetect"]
    monkeypatch.setattr(catalogue, "DETECTORS", {"cld2": type("Row", (), {"version": staticmethod(missing)})})
    assert list(written(json.dumps(raw))) == ["cld2"]


@pytest.mark.parametrize("raw", ["", "[]", '{"profiles": 1}', '{"profiles": {"version": "", "lines": 1}}'])
def test_malformed_figures_are_named(written, raw):
    """A file of figures that cannot be read is an error with its name."""
    with pytest.raises(RulesError, match=catalogue.FIGURES):
        written(raw)
