"""What a crawl counts."""

from scraper.crawler.operations.tally import MOST_HOSTS, OTHERS, Tally


def test_hosts_beyond_a_number_are_counted_together() -> None:
    """However many hosts are asked, the number of names they are counted under is bounded."""
    tally = Tally(0.0)
    for number in range(1000):
        tally.answered(f"h{number}.example", 0.5, 10)
    tally.answered("h3.example", 0.5, 10)
    assert len(tally.hosts) == MOST_HOSTS + 1
    assert tally.hosts["h3.example"].count == 2
    assert tally.hosts[OTHERS].count == 1000 - MOST_HOSTS
    assert tally.bytes["fetched"] == 10010


def test_delays_are_counted_in_classes() -> None:
    """A delay counts in the class of the smallest bound it does not exceed."""
    tally = Tally(0.0)
    for seconds in (-3.0, 0.5, 1.0, 1.1, 1e9):
        tally.waited(seconds)
    assert dict(tally.lags) == {1.0: 3, 10.0: 1, float("inf"): 1}
    assert tally.lag.count == 5


def test_summary_names_outcomes() -> None:
    """The summary tells pages, their outcomes and the sources; a retry is no page."""
    tally = Tally(0.0)
    assert tally.lines(1.0) == ["0 pages in 1.0 s, 0.0 pages/s: nothing was due", "sources: none due"]
    tally.outcomes.update(new=2, retried=5)
    tally.sources["failed"] += 1
    assert tally.lines(2.0) == ["2 pages in 2.0 s, 1.0 pages/s: retried 5, new 2", "sources: failed 1"]
    assert tally.failed


def test_summary_names_whose_pages_wait() -> None:
    """The summary names some of the origins whose robots.txt could not be read, and counts the others."""
    tally = Tally(0.0)
    for number in range(500):
        tally.closed(f"https://h{number}.example", "503")
    first, *_, last = tally.lines(1.0)
    assert first.endswith("nothing could be asked for")
    assert "https://h0.example (503)" in last
    assert last.endswith(f"and {MOST_HOSTS - 5} more")
