"""Site rules on the command line."""

from pathlib import Path

import pytest

from scraper.cli import main
from tests.commands.pages import PAGE, STORY, records

RULES = """\
valid_until = {until}
note = "For the tests."
[[rule]]
select = "p"
role = "notice"
[[rule]]
select = ".gone"
role = "promo"
"""


def run(folder: Path, *words: str, until: str = "2999-01-01", host: str = "news.example") -> int:
    """Clean two pages of a host with rules of these dates."""
    (folder / "rules").mkdir()
    (folder / "rules" / "news.example.toml").write_text(RULES.format(until=until))
    rows = folder / "rows.jsonl"
    page = PAGE.replace('"', "'").replace("\n", " ")
    rows.write_text("".join(f'{{"url": "https://{host}/{n}", "html": "{page}"}}\n' for n in range(2)))
    return main(["clean", *words, "--site-rules", str(folder / "rules"), str(rows)])


def test_rules_are_used_and_misses_reported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Rules of a folder decide roles, and one that matches nothing anywhere is named at the end."""
    assert run(tmp_path) == 0
    out, err = capsys.readouterr()
    assert STORY not in records(out)[0]["text"]
    assert records(out)[0]["rules_missed"] == ["news.example: .gone"]
    assert "site rule news.example.toml:7 matched nothing on 2 pages of news.example: .gone" in err
    assert "valid until" not in err


def test_rules_past_their_day_are_named_at_the_start(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Rules whose last day is over are named on standard error, and still hold for pages without a date."""
    assert run(tmp_path, until="2020-01-01") == 0
    out, err = capsys.readouterr()
    assert "news.example.toml: these rules were valid until 2020-01-01" in err
    assert STORY not in records(out)[0]["text"]


def test_nothing_is_said_of_other_hosts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Rules for hosts that did not come up are not reported."""
    assert run(tmp_path, host="other.example") == 0
    assert "site rule" not in capsys.readouterr().err


def test_quiet_is_quiet(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With -q no account is given."""
    assert run(tmp_path, "-q") == 0
    assert "site rule" not in capsys.readouterr().err


def test_bad_rules_end_the_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder that cannot be read as rules is an error before any page is read."""
    (tmp_path / "news.example.toml").write_text("[[rule]]")
    assert main(["clean", "--site-rules", str(tmp_path), "-"]) == 1
    assert "scraper: error: news.example.toml:1:" in capsys.readouterr().err
