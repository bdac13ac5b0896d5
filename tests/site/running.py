"""Starts the made-up web in a process of its own, so that what it costs is not counted as the crawler's."""

import http.client
import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from tests.site.visits import Visit, read_log
from tests.site.web import Web

PROJECT = Path(__file__).resolve().parents[2]


class RunningSite(NamedTuple):
    """A web being served."""

    web: Web
    port: int
    log: Path

    def visits(self) -> list[Visit]:
        """Return all requests that have been answered or given up so far."""
        self.steer("/flush")
        return read_log(self.log)

    def served(self) -> int:
        """Return how many requests for stories have been answered or given up so far."""
        return self.steer("/count")

    def steer(self, path: str) -> int:
        """Ask the server itself for something, such as `/version/2`; return how many requests for stories it logged."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request("GET", path, headers={"Host": "control.test"})
        count = int(connection.getresponse().read())
        connection.close()
        return count


@contextmanager
def serving(web: Web, folder: Path) -> Iterator[RunningSite]:
    """Serve a web while the block runs; the log is written to `visits.jsonl` in the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    log = folder / "visits.jsonl"
    command = [sys.executable, "-m", "tests.site", json.dumps(web.to_dict()), str(log)]
    with subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            yield RunningSite(web, int(process.stdout.readline()), log)
        finally:
            process.terminate()
