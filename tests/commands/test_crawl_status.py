"""How a crawl stands, as it is shown."""

import json
from pathlib import Path

import pytest

from scraper.commands.crawl_status import dry_run, status
from scraper.crawler.round import Manner
from scraper.crawler.sources import read_sources
from scraper.errors import StateError
from tests.crawler.round.world import World


def test_status_needs_a_first_round(tmp_path: Path) -> None:
    """Before the first round there is no status, and the error says so."""
    plan = read_sources(World(tmp_path).pages("/a"))
    with pytest.raises(StateError, match="no state file"):
        status(plan, as_json=False)


def test_dry_run_shows_only_what_is_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A dry run with chosen sources names those alone."""
    world = World(tmp_path)
    rows = (f'name = "{name}"\nkind = "list"\naddress = "http://a.test/"\nevery = "1h"' for name in ("one", "two"))
    plan = read_sources(world.write(*rows))
    assert dry_run(plan, Manner(only=frozenset({"two"})), as_json=True) == 0
    assert [row["name"] for row in json.loads(capsys.readouterr().out)["due"]] == ["two"]
