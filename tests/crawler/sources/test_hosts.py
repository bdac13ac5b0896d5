"""What holds for one host."""

from pathlib import Path

import pytest

from scraper.crawler.sources import limits_for, politeness_for
from scraper.crawler.sources.read import check_sources
from scraper.fetcher.limits import Limits
from scraper.model.source import Politeness

CRAWL = check_sources(
    """
state = "s"
contact = "a@b.org"
output = { folder = "o" }
[limits]
deadline = 20
[politeness]
delay = 2
[hosts."example.org"]
delay = 5
parallel = 2
max_bytes = 100
[hosts."a.example.org"]
delay = 7
deadline = 9
[hosts."127.0.0.1"]
delay = 0
[hosts."::1"]
delay = 0.5
[[source]]
name = "n"
kind = "list"
address = "https://h.org"
every = 60
""",
    Path("sources.toml"),
)


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("other.org", Politeness(delay=2.0)),
        ("notexample.org", Politeness(delay=2.0)),
        ("example.org", Politeness(delay=5.0, parallel=2)),
        ("b.example.org:8080", Politeness(delay=5.0, parallel=2)),
        ("a.example.org", Politeness(delay=7.0, parallel=2)),
        ("x.a.example.org.", Politeness(delay=7.0, parallel=2)),
        ("127.0.0.1:9000", Politeness(delay=0.0)),
        ("[::1]:9000", Politeness(delay=0.5)),
        ("[::1]", Politeness(delay=0.5)),
        ("::1", Politeness(delay=0.5)),
    ],
)
def test_the_longest_name_wins_field_by_field(host, expected):
    """A host takes each field from its own rules, else from the nearest domain above, else from those for all."""
    assert politeness_for(CRAWL, host) == expected


def test_limits_are_layered_alike():
    """Limits come from the host, the domains above it, the whole file, and the fetcher, in this order."""
    agent = CRAWL.user_agent
    assert limits_for(CRAWL, "other.org") == Limits(deadline=20.0, user_agent=agent)
    assert limits_for(CRAWL, "example.org") == Limits(deadline=20.0, max_bytes=100, user_agent=agent)
    assert limits_for(CRAWL, "a.example.org") == Limits(deadline=9.0, max_bytes=100, user_agent=agent)
