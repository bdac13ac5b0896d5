"""From arguments to options."""

import argparse
from pathlib import Path

import pytest

from scraper.cli import main
from scraper.commands.choices import add_judge_arguments, options
from scraper.commands.language_options import add_detector_arguments
from scraper.errors import RulesError
from scraper.model.options import Cut, Options
from scraper.rules.role_weights import load_role_weights, write_role_weights
from tests.commands.pages import records, write_page


def read(*words: str) -> Options:
    """Return the options of a command line about judges and languages."""
    parser = argparse.ArgumentParser()
    add_detector_arguments(parser)
    add_judge_arguments(parser)
    return options(parser.parse_args(words))


def test_nothing_said_is_the_default() -> None:
    """Without arguments the packaged judge gives the balanced view."""
    assert read() == Options()


@pytest.mark.parametrize("cut", [*Cut])
def test_every_view_can_be_asked_for(cut: Cut) -> None:
    """Each view has its name."""
    assert read("--view", cut.value).view is cut


def test_unknown_view_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    """A view that does not exist is refused with the names of those that do."""
    with pytest.raises(SystemExit):
        read("--view", "loose")
    assert "balanced" in capsys.readouterr().err


def test_own_weights_judge(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file of weights is read, and records made with it are those of its judge."""
    path = tmp_path / "mine.npz"
    write_role_weights(load_role_weights(), path)
    weights = read("--weights", str(path)).weights
    assert weights is not None
    assert weights.name == load_role_weights().name
    found = []
    page = str(write_page(tmp_path))
    for words in ([], ["--weights", str(path)]):
        assert main(["clean", page, *words]) == 0
        (record,) = records(capsys.readouterr().out)
        found.append([(segment["role"], segment["confidence"]) for segment in record["segments"]])
    assert found[0] == found[1]


def test_file_without_weights_is_an_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that is missing or holds no weights stops a command before the first page, and is named."""
    page = write_page(tmp_path)
    for path in (page, tmp_path / "gone.npz"):
        with pytest.raises(RulesError, match=path.name):
            read("--weights", str(path))
        assert main(["clean", str(page), "--weights", str(path)]) == 1
        out, err = capsys.readouterr()
        assert not out
        assert f"{path} holds no weights" in err
