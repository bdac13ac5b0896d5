"""Losses are counted right for crawlers whose faults are known: made-up ones that lose, double, tear and repeat."""

import json
import urllib.request
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.measuring.killing import Crash, Plan, kill_and_resume
from tests.site.running import RunningSite, serving
from tests.site.web import Web

WEB = Web(hosts=2, pages=20, page_bytes=1000)


class Made:
    """A crawler that asks for five pages a run and commits what it says it commits."""

    def __init__(self, site: RunningSite, faults: str = "") -> None:
        self._site = site
        self._left = site.web.stories(site.port)
        self._faults = faults
        self._lines: list[bytes] = []
        self._kept: set[str] = set()
        self._runs = 0

    def start(self) -> None:
        """Ask for some pages at once; all of a run but its last page are committed."""
        self._runs += 1
        took = self._left[: 5 if self._runs < 6 else None]
        for url in took:
            _get(url, self._site.port)
        kept = took if self._runs >= 6 else took[:-1]
        self._kept |= set(kept)
        self._lines += [json.dumps({"url": url}).encode() + b"\n" for url in kept]
        self._left = self._left[len(kept) :]
        self._err(took)

    def _err(self, took: list[str]) -> None:
        if "lose" in self._faults and self._runs == 2:
            self._left = self._left[1:]
        if "double" in self._faults and self._runs == 2:
            self._lines.append(self._lines[0])
        if "tear" in self._faults and self._runs == 2:
            self._lines[-1] = self._lines[-1][:-5]
        if "repeat" in self._faults and self._runs == 2:
            _get(next(iter(sorted(self._kept - set(took)))), self._site.port)

    def ended(self) -> int | None:
        """Say that the last run has ended, and no other."""
        return 0 if self._runs >= 6 else None

    def kill(self) -> None:
        """Die."""

    def durable(self) -> set[str]:
        """Return what was committed."""
        return set(self._kept)

    def lines(self) -> Sequence[bytes]:
        """Return what was written."""
        return self._lines


def _get(url: str, port: int) -> None:
    host, path = url.removeprefix("http://").split("/", 1)
    request = urllib.request.Request(f"http://127.0.0.1:{port}/{path}", headers={"Host": host})
    with urllib.request.urlopen(request, timeout=5) as answer:  # noqa: S310 - the address is ours
        answer.read()


def killed(tmp_path: Path, faults: str = "") -> Crash:
    """Return what is counted for a crawler with faults that is killed five times."""
    with serving(WEB, tmp_path) as site:
        return kill_and_resume(site, Made(site, faults), Plan(5, seed=1, blind=1.0, span=0.01))


def test_faultless_crawler_is_found_faultless(tmp_path: Path):
    """A crawler that commits what it fetched, but for the page in flight, repeats just those pages."""
    found = killed(tmp_path)
    assert (found.kills, found.lost, found.doubled, found.torn, found.needless, found.failed) == (5, 0, 0, 0, 0, [])
    assert (found.refetched, found.in_flight, found.most_in_flight) == (5, 5, 1)


@pytest.mark.parametrize(
    ("fault", "lost", "doubled", "torn", "needless"),
    [("lose", 1, 0, 0, 0), ("double", 0, 1, 0, 0), ("tear", 1, 0, 1, 0), ("repeat", 0, 0, 0, 1)],
)
def test_each_fault_is_counted(tmp_path: Path, fault: str, lost: int, doubled: int, torn: int, needless: int):  # noqa: PLR0913, PLR0917 - a row of a table
    """One page lost, one record doubled, one line torn or one needless request is counted as that and no more."""
    found = killed(tmp_path, fault)
    assert (found.lost, found.doubled, found.torn, found.needless) == (lost, doubled, torn, needless)
