"""Tags that never end."""

import time

from scraper.crawler.discover.overlong import overlong

LONG = 524_288


def test_half_a_million_characters_without_a_tag_are_told():
    """The bound is the distance between two opening brackets, in text and in bytes."""
    assert overlong("<a " + "x" * LONG)
    assert overlong(b"<a " + b"x>" * LONG)
    assert not overlong("<a " + "x" * (LONG - 10) + "<b")
    assert not overlong("x" * 2 * LONG)


def test_looking_takes_no_time():
    """Three million brackets are looked at in a moment."""
    start = time.process_time()
    assert not overlong("<" * 3_000_000)
    assert time.process_time() - start < 10
