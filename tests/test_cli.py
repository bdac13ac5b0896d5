"""From the words of a command line to a command."""

import io
import os
import sys
from argparse import Namespace
from pathlib import Path

import pytest

from scraper import cli
from scraper.commands import clean
from scraper.errors import OutputError, UsageError
from scraper.model.version import __version__


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    """The help lists all commands of the table and the exit codes, and is exit code 0."""
    with pytest.raises(SystemExit) as left:
        cli.main(["--help"])
    out = capsys.readouterr().out
    assert left.value.code == 0
    assert all(f"    {command.name}" in out for command in cli.COMMANDS)
    assert "exit codes" in out


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    """The version printed is the version of the package."""
    with pytest.raises(SystemExit):
        cli.main(["--version"])
    assert capsys.readouterr().out == f"scraper {__version__}\n"


@pytest.mark.parametrize("words", [[], ["nonsense"], ["clean"], ["clean", "x", "--format", "pdf"]])
def test_wrong_usage_is_exit_code_2(words: list[str]) -> None:
    """No command, an unknown one, and missing or unknown arguments are exit code 2."""
    with pytest.raises(SystemExit) as left:
        cli.main(words)
    assert left.value.code == 2


@pytest.mark.parametrize(
    ("error", "code"),
    [(OutputError("no room"), 1), (UsageError("no sense"), 2), (KeyboardInterrupt(), 130)],
)
def test_errors_become_exit_codes(monkeypatch: pytest.MonkeyPatch, error: BaseException, code: int) -> None:
    """Errors of this package and interrupts end in the exit code that stands for them."""

    def broken(args: Namespace) -> int:
        raise error

    monkeypatch.setattr(cli, "COMMANDS", (cli.Command("do", "x", clean.add_arguments, broken),))
    assert cli.main(["do", "x"]) == code


def test_errors_are_one_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """An error of this package is one line on standard error."""
    assert cli.main(["clean", "x", "-o", "/nowhere/at/all"]) == 1
    assert capsys.readouterr().err == "scraper: error: cannot write /nowhere/at/all: No such file or directory\n"


def test_reader_that_has_seen_enough_ends_the_run_quietly(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A closed pipe on standard output ends the run with 141 and without a message."""
    reading, writing = os.pipe()
    os.close(reading)
    (tmp_path / "a.html").write_text("<p>a")
    with io.TextIOWrapper(os.fdopen(writing, "wb")) as pipe:
        monkeypatch.setattr(sys, "stdout", pipe)
        assert cli.main(["clean", "-q", str(tmp_path)]) == 141
    assert capsys.readouterr().err == ""
