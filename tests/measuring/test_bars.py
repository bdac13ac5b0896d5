"""What measuring commands print and exit with is what was measured."""

import json

import pytest

from tests.measuring.bars import Bar, report, told
from tests.measuring.memory import bars as memory_bars
from tests.measuring.memory import slope
from tests.measuring.politeness import bars as politeness_bars
from tests.measuring.politeness import manners
from tests.site.visits import Visit


@pytest.mark.parametrize(
    ("bar", "met"),
    [
        (Bar("a", 1.0, "<=", 1.0), True),
        (Bar("a", 1.1, "<=", 1.0), False),
        (Bar("a", 2.9, ">=", 3.0), False),
        (Bar("a", 0, "==", 0), True),
        (Bar("a", 1, "==", 0), False),
        (told("a", 5), True),
    ],
)
def test_bar_is_met_or_missed(bar: Bar, met: bool, capsys: pytest.CaptureFixture[str]):  # noqa: FBT001 - a row of a table
    """The exit code is 0 when a figure is what it has to be and 1 when it is not, and the last line says so as JSON."""
    assert report("title", [bar]) == (0 if met else 1)
    last = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert last == {"command": "title", "figures": {"a": bar.value}, "missed": [] if met else ["a"]}


def test_slope_leaves_the_warm_up_out():
    """Memory that grows by 50 MB in the first pages and by 0.1 MB with each further thousand has a slope of 0.1."""
    found = [(n, min(n, 1000) / 20 + n / 10_000, 100.0) for n in range(500, 20_001, 500)]
    assert slope(found, 1) == pytest.approx(0.1)
    assert [bar.met() for bar in memory_bars(found, 20_000)] == [True] * 6


def test_growing_memory_misses_the_bar():
    """Memory that grows by half a megabyte with each thousand pages is found out."""
    found = [(n, n / 2000, n / 2000) for n in range(500, 20_001, 500)]
    assert [bar.name for bar in memory_bars(found, 20_000) if not bar.met()] == [
        "MB per 1,000 pages, crawler",
        "MB per 1,000 pages, with workers",
    ]


WANTED = manners(5, 2, 1.0)
"""Five hosts of two stories: the first asks for 1.5 seconds, the last but one may be asked twice at a time."""
ALONE, PAIRED = "site02.test", "site03.test"


def polite_log() -> list[Visit]:
    """Return the log of a polite crawl: robots.txt, then the stories, two at once where allowed."""
    paths = ["/robots.txt", "/story/1.html", "/story/2.html"]
    times = [(host, 2.0 * turn, path) for host in WANTED.web.names() for turn, path in enumerate(paths)]
    return [
        Visit(start, start + (2.5 if host == PAIRED and start else 0.1), host, path, 200, 1, "test")
        for host, start, path in times
    ]


def missed(log: list[Visit]) -> list[str]:
    """Return the names of the bars a log misses."""
    return [bar.name for bar in politeness_bars(log, WANTED) if not bar.met()]


def test_polite_crawl_meets_all_bars():
    """A polite log misses no bar."""
    assert missed(polite_log()) == []


@pytest.mark.parametrize(
    ("extra", "name"),
    [
        (Visit(5.2, 5.3, "site00.test", "/", 200, 1, ""), "requests too early"),
        (Visit(4.9, 5.0, ALONE, "/", 200, 1, ""), "requests too early"),
        (Visit(6.0, 6.1, ALONE, "/private/1.html", 200, 1, ""), "forbidden paths asked for"),
        (Visit(-3.0, -2.0, ALONE, "/", 200, 1, ""), "hosts asked before their robots.txt"),
        (Visit(6.0, 6.1, ALONE, "/story/1.html", 200, 1, ""), "stories asked for"),
    ],
)
def test_each_offence_misses_its_bar(extra: Visit, name: str):
    """One request too early, forbidden, before robots.txt or twice misses the bar of that name and no other."""
    assert missed([*polite_log(), extra]) == [name]


def test_open_requests_are_held_against_what_the_host_allows():
    """Two requests open at once at a host of one at a time, or three at a host of two, are an offence."""
    for host in (ALONE, PAIRED):
        log = [*polite_log(), Visit(3.0, 5.0, host, "/", 200, 1, "")]
        assert missed(log) == ["hosts with too many requests at once"]


def test_log_without_requests_at_once_shows_nothing():
    """A log in which no host was asked twice at once does not show that more would have been seen."""
    log = [visit._replace(end=visit.start + 0.1) for visit in polite_log()]
    assert missed(log) == ["hosts asked twice at once where allowed"]
