"""The crawler of this project, started as a process of its own, with the names of a made-up web led to this machine."""

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from tests.measuring.processes import PROJECT, Cost, kill, run, start
from tests.measuring.setting import Setting, write_sources
from tests.site.running import RunningSite

MODULE = "scraper"


def arguments(site: RunningSite, folder: Path, setting: Setting) -> list[str]:
    """Return the arguments of one round over a site, after writing its sources file."""
    given = ["crawl", "--quiet", "--allow-loopback", "--workers", str(setting.workers)]
    for name, address in site.web.addresses().items():
        given += ["--resolve", f"{name}={address}"]
    return [*given, str(write_sources(site, folder, setting))]


def crawl_once(site: RunningSite, folder: Path, setting: Setting) -> Cost:
    """Run one round to its end."""
    return run(MODULE, arguments(site, folder, setting), folder / "crawl.log")


def begin(site: RunningSite, folder: Path, setting: Setting) -> subprocess.Popen[bytes]:
    """Start one round."""
    return start(MODULE, arguments(site, folder, setting), folder / "crawl.log")


def records(folder: Path) -> list[bytes]:
    """Return the lines of all files of records, each with its line feed if it has one."""
    return [line for path in _files(folder) for line in path.read_bytes().splitlines(keepends=True)]


def _files(folder: Path) -> list[Path]:
    return sorted((folder / "records").glob("records-*"))


def delivered(folder: Path) -> list[bytes]:
    """Return the lines that the state says are delivered: what stands behind its offsets may be taken back."""
    state = folder / "state.db"
    if not state.exists():
        return []
    with closing(sqlite3.connect(state)) as connection:
        known = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'outputs'").fetchone()
        query = "SELECT file, offset FROM outputs WHERE stream = 'records'"
        offsets = dict(connection.execute(query).fetchall() if known else [])
    return [
        line
        for path in _files(folder)
        for line in path.read_bytes()[: offsets.get(path.name.removesuffix(".part"), 0)].splitlines(keepends=True)
    ]


class OurContender:
    """A crawl that is killed and resumed; a nursery forks each run, so that a hundred do not import everything anew."""

    def __init__(self, site: RunningSite, folder: Path) -> None:
        self._folder = folder
        self._arguments = arguments(site, folder, Setting())
        self._nursery: subprocess.Popen[str] | None = None
        self._pid = 0
        self._log: IO[str] | None = None

    def __enter__(self) -> Self:
        """Start the nursery."""
        self._log = (self._folder / "crawl.log").open("a", encoding="utf-8")
        self._nursery = subprocess.Popen(
            [sys.executable, "-m", "tests.measuring.nursery", *self._arguments],
            cwd=PROJECT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._log,
            text=True,
            # As the command line does for itself, before numpy is imported.
            env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},
        )
        self._say("")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the nursery and the run that may be left."""
        assert self._nursery is not None
        assert self._log is not None
        if self._pid:
            kill(self._pid)
        self._nursery.communicate()
        self._log.close()

    def start(self) -> None:
        """Start the round, or resume it."""
        self._pid = int(self._say("start"))

    def ended(self) -> int | None:
        """Return the exit code, or None while it runs."""
        code = self._say("poll")
        if code == "running":
            return None
        self._pid = 0
        return int(code)

    def kill(self) -> None:
        """Kill the crawler and wait until it is gone."""
        os.kill(self._pid, 9)
        self._say("wait")
        self._pid = 0

    def durable(self) -> set[str]:
        """Return the addresses of the records that the state says are delivered."""
        return {json.loads(line)["url"] for line in delivered(self._folder)}

    def lines(self) -> Sequence[bytes]:
        """Return all lines of records."""
        return records(self._folder)

    def _say(self, word: str) -> str:
        assert self._nursery is not None
        assert self._nursery.stdin is not None
        assert self._nursery.stdout is not None
        if word:
            self._nursery.stdin.write(f"{word}\n")
            self._nursery.stdin.flush()
        return self._nursery.stdout.readline().strip()
