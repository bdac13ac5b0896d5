"""Which addresses a source wants."""

import pytest

from scraper.crawler.sources import wanted
from scraper.crawler.sources.patterns import LONGEST_MATCHED
from scraper.model.source import Kind, Schedule, Source


def source(include=(), exclude=()):
    """Return a source with patterns."""
    return Source("n", Kind.FEED, (), Schedule(every=1.0), include=include, exclude=exclude)


@pytest.mark.parametrize(
    ("include", "exclude", "href", "expected"),
    [
        ((), (), "https://h.org/", True),
        ((r"/news/", r"/sport/"), (), "https://h.org/sport/1", True),
        ((r"/news/", r"/sport/"), (), "https://h.org/other/1", False),
        ((), (r"\.pdf$",), "https://h.org/a.pdf", False),
        ((), (r"\.pdf$",), "https://h.org/a.pdf?x", True),
        ((r"/news/",), (r"live",), "https://h.org/news/live", False),
        ((r"^https://h\.org/",), (), "https://evil.org/https://h.org/", False),
        ((r"[а-я]",), (), "https://h.org/%D0%B6", False),
    ],
)
def test_patterns_choose_addresses(include, exclude, href, expected):
    """An address has to match one include pattern, if there are any, and no exclude pattern."""
    assert wanted(source(include, exclude), href) is expected


def test_only_the_start_of_absurd_addresses_is_looked_at():
    """What stands beyond a few thousand characters is matched by no pattern."""
    assert not wanted(source(include=("needle",)), "https://h.org/" + "x" * LONGEST_MATCHED + "needle")
