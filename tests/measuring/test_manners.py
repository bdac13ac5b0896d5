"""The checks of a crawler's manners find each offence in a log, and none where there is none."""

import pytest

from tests.measuring.manners import (
    hasty,
    most_open,
    quantile,
    shortest_gap,
    trespasses,
    unannounced,
    waits,
)
from tests.site.visits import Visit


def visit(start: float, end: float, path: str = "/story/1.html", host: str = "site00.test") -> Visit:
    """Return a request of a made-up log."""
    return Visit(start, end, host, path, 200, 1, "test")


POLITE = [visit(0.0, 0.1, "/robots.txt"), visit(1.0, 1.2), visit(2.0, 2.1), visit(0.1, 0.2, "/robots.txt", "b")]


def test_polite_log_has_no_offence():
    """A log of requests a second apart, robots.txt first, has no offence."""
    assert hasty(POLITE, lambda _: 1.0, 0.0) == []
    assert most_open(POLITE) == {"site00.test": 1, "b": 1}
    assert trespasses(POLITE) == unannounced(POLITE) == []


def test_hasty_request_is_found():
    """A request that comes half a second after the last is an offence against a delay of one."""
    log = [*POLITE, visit(2.5, 2.6)]
    assert hasty(log, lambda _: 1.0, 0.01) == [(log[-1], 0.5)]
    assert shortest_gap(log[:1] + log[1:3] + log[4:]) == 0.5


def test_tolerance_forgives_lateness_of_the_clock_only():
    """A request that is early by less than the tolerance is no offence."""
    log = [visit(0.0, 0.1), visit(0.985, 1.1)]
    assert hasty(log, lambda _: 1.0, 0.02) == []
    assert len(hasty(log, lambda _: 1.0, 0.01)) == 1


def test_delay_is_that_of_the_host():
    """Requests to different hosts are not held against each other, and each host has its own delay."""
    log = [visit(0.0, 0.1), visit(0.1, 0.2, host="b"), visit(0.5, 0.6), visit(0.6, 0.7, host="b")]
    assert [offence.host for offence, _ in hasty(log, {"site00.test": 0.4, "b": 1.0}.__getitem__, 0.0)] == ["b"]


def test_overlapping_requests_are_counted():
    """Requests of one host that are open at the same time are counted, those that only follow one another are not."""
    log = [visit(0.0, 1.0), visit(0.2, 0.8), visit(0.4, 0.5), visit(1.0, 2.0), visit(0.1, 5.0, host="b")]
    assert most_open(log) == {"site00.test": 3, "b": 1}


def test_forbidden_path_is_found():
    """A request for a path that robots.txt forbids is an offence."""
    log = [*POLITE, visit(3.0, 3.1, "/private/2.html")]
    assert trespasses(log) == log[-1:]


@pytest.mark.parametrize("early", [visit(0.05, 0.2), visit(-1.0, -0.5)])
def test_request_before_robots_is_found(early: Visit):
    """A host that is asked for a page before its robots.txt was answered is named."""
    assert unannounced([*POLITE, early]) == ["site00.test"]


def test_waits_count_from_the_moment_a_host_may_be_asked():
    """A request waits from the end of the host's last answer and the delay to its own start."""
    assert waits([visit(0.0, 1.0), visit(3.5, 4.0), visit(6.0, 6.5)], 2.0) == [0.5, 0.0]


def test_quantile_is_the_value_most_do_not_exceed():
    """Of a hundred values the last but one is the 99th in a hundred."""
    assert quantile(map(float, range(100)), 0.99) == 99.0
    assert quantile(map(float, range(1000)), 0.99) == 990.0
    assert quantile([], 0.99) == 0.0
