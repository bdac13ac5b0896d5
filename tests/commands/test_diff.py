"""`scraper diff`."""

import json

import pytest

from scraper.cli import main
from tests.inspector.runs.records import row, written

BODY = ("All the words of a story.", "body", "en")


def test_exit_codes_are_those_of_diff(tmp_path, capsys):
    """Runs that say the same give 0, others 1, and a file that is no run 2 with its name."""
    old = written(tmp_path / "old.jsonl", row("a", BODY))
    new = written(tmp_path / "new.jsonl", row("a", BODY, title="U"))
    assert main(["diff", str(old), str(old)]) == 0
    assert capsys.readouterr().out == "1 pages in both: 1 the same, 0 changed\n"
    assert main(["diff", str(old), str(new)]) == 1
    assert "fields: title 1" in capsys.readouterr().out
    assert main(["diff", str(old), str(tmp_path / "none.jsonl")]) == 2
    assert "none.jsonl" in capsys.readouterr().err
    (tmp_path / "no.jsonl").write_text("words\n")
    assert main(["diff", str(tmp_path / "no.jsonl"), str(new)]) == 2
    assert main(["diff", str(old), str(new), "--worst", "-1"]) == 2


def test_data_are_printed(tmp_path, capsys):
    """With --json the account comes as data."""
    old = written(tmp_path / "old.jsonl", row("a", BODY))
    assert main(["diff", str(old), str(old), "--json", "--by", "source"]) == 0
    assert json.loads(capsys.readouterr().out)["same"] == 1


def test_help_tells_the_codes(capsys):
    """The command's help says what its exit codes mean."""
    with pytest.raises(SystemExit):
        main(["diff", "--help"])
    assert "2 trouble" in capsys.readouterr().out
