"""Processes that are killed in the midst of writing."""

import os
import random
import signal
import sqlite3
import time
from contextlib import closing
from pathlib import Path

from scraper.crawler.memory import open_memory
from tests.crawler.delivery import appending


def start(folder: Path, count: int, draw: random.Random) -> int:
    """Start the crawl in a process of its own and return its number."""
    number = os.fork()
    if number == 0:
        status = 1
        try:
            appending.run(folder, count, draw)
            status = 0
        finally:
            os._exit(status)
    return number


def records(folder: Path) -> int:
    """Return how many records the state says were delivered."""
    with closing(sqlite3.connect(folder / "state.db")) as connection:
        return int(connection.execute("SELECT coalesce(sum(revision), 0) FROM addresses").fetchone()[0])


def test_killed_at_any_moment_nothing_is_lost_doubled_or_torn(tmp_path: Path) -> None:
    """A crawl killed 120 times at random moments delivers every record once when it is resumed until done."""
    draw, count = appending.draw_of(20261123), 12_000
    with open_memory(tmp_path / "state.db") as memory:
        appending.seed(memory, count)
    for turn in range(120):
        child = start(tmp_path, count, appending.draw_of(turn))
        time.sleep(draw.uniform(0.0, 0.1))
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        assert os.WIFSIGNALED(status), "it ended, well or not, before it was killed"
    assert 0 < records(tmp_path) < count
    appending.run(tmp_path, count, draw, most=1_000)
    appending.check(tmp_path, count)
    assert len(appending.files(tmp_path, "records")) > 20
