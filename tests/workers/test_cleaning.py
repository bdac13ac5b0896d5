"""The line in workers."""

from collections.abc import Iterator

import pytest

from scraper.errors import UsageError
from scraper.model.document import SCHEMA, Document, Skipped, SkipReason
from scraper.model.guard import Guard
from scraper.model.options import Options
from scraper.model.page import FetchResult, Http
from scraper.workers import Plan, cleaned, whole
from scraper.workers.cleaning import cores
from scraper.writer.record import encode
from tests.workers.slow import SLOW, finish

PAGES = [
    FetchResult(f"page-{number}", f"<html lang=en><title>Rain</title><h1>Rain</h1><p>It rained on day {number}.</p>")
    for number in range(40)
]


def test_records_are_the_same_with_any_number_of_workers() -> None:
    """The bytes of all records are those of a run in this process, in the same order."""
    alone = [encode(record) for record in cleaned(PAGES, Plan(whole, workers=0))]
    assert len(alone) == len(PAGES)
    for workers in (1, 3):
        assert [encode(record) for record in cleaned(PAGES, Plan(whole, workers=workers))] == alone


@pytest.mark.parametrize("workers", [0, 2])
def test_what_is_no_page_passes(workers: int) -> None:
    """Skips become what is made of records, anything else stays as it is, all in its place."""
    skip = Skipped(SCHEMA, "row", None, SkipReason.BAD_ROW, "no JSON")
    items = ["first", PAGES[0], skip, "last"]
    first, record, same, last = cleaned(items, Plan(finish, workers=workers))
    assert (first, record, same, last) == ("first", "page-0: document", "row: bad_row", "last")


def test_a_page_that_takes_too_long_is_a_skip() -> None:
    """The record of a page above a limit names it, its address and the limit, and the others are not touched."""
    http = Http(200, "https://example.org/after")
    slow = FetchResult(SLOW, "<p>a", url="https://example.org/", http=http)
    plan = Plan(finish, guard=Guard(cpu_seconds=0.5), workers=1)
    before, lost, after = cleaned([PAGES[0], slow, PAGES[1]], plan)
    assert (before, after) == ("page-0: document", "page-1: document")
    assert lost == f"{SLOW}: timeout https://example.org/after it took more than 0.5 seconds of processor time"


def test_options_reach_the_workers() -> None:
    """Pages are cleaned as the options say, and options that cannot be met are an error before the first page."""
    plan = Plan(whole, Options(only_languages=("de",)), workers=1)
    assert [record.skipped for record in cleaned(PAGES[:1], plan) if isinstance(record, Skipped)] == ["other_language"]
    with pytest.raises(UsageError):
        next(cleaned(PAGES, Plan(whole, Options(detector="none such"), workers=1)))


def test_endless_pages_are_no_matter() -> None:
    """Records come while pages are still being made."""

    def pages() -> Iterator[FetchResult]:
        while True:
            yield PAGES[0]

    records = cleaned(pages(), Plan(whole, workers=2))
    assert isinstance(next(records), Document)
    assert isinstance(next(records), Document)


def test_there_is_a_core() -> None:
    """At least this process can run."""
    assert cores() >= 1
