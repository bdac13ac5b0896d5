"""Names of files of output."""

from hypothesis import given
from hypothesis import strategies as st

from scraper.crawler.delivery.naming import PART, Stream, day_of, next_name

RECORDS = Stream("records", ".jsonl")
NOON = 1_795_435_200.0


def test_day_is_that_of_utc() -> None:
    """The day changes at midnight UTC."""
    assert day_of(NOON) == "2026-11-23"
    assert (day_of(NOON + 43_199.0), day_of(NOON + 43_200.0)) == ("2026-11-23", "2026-11-24")


def test_numbers_count_a_day_s_files_open_or_closed() -> None:
    """The next number is one above all of the day, whatever other files are there."""
    assert next_name(RECORDS, NOON, []) == "records-2026-11-23-0001.jsonl"
    taken = ["records-2026-11-22-0009.jsonl", "records-2026-11-23-0002.jsonl" + PART, "records-2026-11-23-0001.jsonl"]
    others = ["responses-2026-11-23-0007.warc.gz", "records-2026-11-23-0008.jsonl.bak", "records-2026-11-23-x.jsonl"]
    assert next_name(RECORDS, NOON, taken + others) == "records-2026-11-23-0003.jsonl"
    assert next_name(RECORDS, NOON, ["records-2026-11-23-9999.jsonl"]) == "records-2026-11-23-10000.jsonl"


@given(moments=st.lists(st.floats(0, 4e9), max_size=20))
def test_no_name_is_given_twice(moments: list[float]) -> None:
    """Whatever the clock says, a name is never one that was given before."""
    taken: list[str] = []
    for moment in moments:
        taken.append(next_name(RECORDS, moment, taken))
    assert len({*taken}) == len(taken)
