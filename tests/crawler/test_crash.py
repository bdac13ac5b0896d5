"""A crawl that is killed a hundred times loses nothing, doubles nothing and asks for nothing it has."""

from pathlib import Path

from tests.measuring.crash import bars, crash

KILLS = 100


def test_killed_crawl_loses_and_doubles_nothing(tmp_path: Path):
    """2,000 linked pages, killed 100 times, each come once and whole, and only those in flight are asked for again."""
    found = crash(KILLS, 1, tmp_path)
    log = (tmp_path / "crawl.log").read_text(encoding="utf-8")[-3000:]
    assert [f"{bar.name}: {bar.value:g}" for bar in bars(found, KILLS) if not bar.met()] == [], log
    assert found.idle_kills < KILLS / 2
    assert found.in_flight > 0
