"""How far a run has come."""

import pytest

from scraper.commands.progress import progress


def test_bar_is_on_standard_error_only(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A bar that is shown leaves standard output alone."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    with progress("cleaning", shown=True, total=2) as tick:
        tick()
        tick()
    out, err = capsys.readouterr()
    assert out == ""
    assert "cleaning" in err


def test_hidden_bar_is_silent(capsys: pytest.CaptureFixture[str]) -> None:
    """A bar that is not shown writes nothing at all."""
    with progress("cleaning", shown=False) as tick:
        tick()
    assert capsys.readouterr() == ("", "")
