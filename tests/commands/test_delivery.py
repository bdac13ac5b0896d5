"""The account at the end."""

from pathlib import Path

import pytest

from scraper.cli import main
from tests.commands.pages import write_page


def test_summary_is_on_standard_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """At the end standard error says how many pages, documents and skips there were."""
    main(["clean", str(write_page(tmp_path))])
    err = capsys.readouterr().err
    assert "1 documents, 0 skipped" in err
    assert "languages: en " in err


def test_quiet_leaves_errors(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With -q only what went wrong is on standard error."""
    assert main(["clean", "-q", "gone.html", str(write_page(tmp_path))]) == 1
    assert capsys.readouterr().err == "scraper: cannot read gone.html: No such file or directory\n"
