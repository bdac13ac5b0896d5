"""A crawl keeps delay, parallelism and robots.txt in the eyes of the server."""

from pathlib import Path

from tests.measuring.politeness import manners, politeness


def test_server_finds_no_offence(tmp_path: Path):
    """Ten hosts of ten pages see no request too early, none too many at once, none to what robots.txt forbids."""
    found = politeness(manners(10, 10, 0.2), tmp_path)
    log = (tmp_path / "crawl.log").read_text(encoding="utf-8")[-3000:]
    assert [f"{bar.name}: {bar.value:g}" for bar in found if not bar.met()] == [], log
