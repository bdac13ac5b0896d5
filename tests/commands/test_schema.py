"""`scraper schema`."""

import pytest

from scraper.cli import main
from scraper.writer.schema import schema_text


def test_schema_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    """The schema of the package is printed as it is."""
    assert main(["schema"]) == 0
    assert capsys.readouterr().out == schema_text()
