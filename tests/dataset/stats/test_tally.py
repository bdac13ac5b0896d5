"""Counting records."""

import pytest

from scraper.dataset.stats.tally import Tally, host_of
from scraper.model.document import Duplicate
from scraper.model.segment import Role
from scraper.writer.record import marked
from tests.writer.records import document, segment, skipped


def test_documents_and_skips_are_counted() -> None:
    """Documents count with languages, roles, lengths and hosts, skips with reasons and hosts."""
    tally = Tally()
    tally.add(document(segment("Rain."), segment("Share", Role.SHARE, lang="de")))
    tally.add(skipped(url="https://b.example/x"))
    assert (tally.records, tally.documents, tally.chars, tally.skipped) == (2, 1, 5, {"empty": 1})
    assert tally.segments == {"body": 1, "share": 1}
    assert tally.segment_languages == {"en": 5, "de": 5}
    assert tally.hosts.top(9) == [("b.example", 1), ("example.org", 1)]


def test_duplicates_are_counted_where_they_are_marked() -> None:
    """Marks say how many records stand for themselves and how many do not."""
    tally = Tally()
    for mark in (Duplicate("", None, None), Duplicate("0" * 32, "a", "near")):
        tally.add(marked(document(segment("Rain.")), mark))
    assert tally.duplicates == {"kept": 1, "near": 1}


@pytest.mark.parametrize(("url", "host"), [(None, None), ("https://A.example:8/x", "a.example"), ("http://[x", None)])
def test_host_of_an_address(url: str | None, host: str | None) -> None:
    """The host is in small letters without port, and none where an address is none."""
    assert host_of(url) == host
