"""The guarded line for programs."""

import pytest

import scraper


def test_pages_are_cleaned_one_by_one_or_as_they_come() -> None:
    """One page gives the record that `clean` gives, and many give theirs in order."""
    page = "<html lang=en><h1>Rain</h1><p>It rained all day in the valley, and nobody minded.</p>"
    with scraper.Cleaner(workers=2) as cleaner:
        assert cleaner.clean(page, "https://example.org/") == scraper.clean(page, "https://example.org/")
        records = list(cleaner.clean_many((f"<p>Day {number} was dry.</p>", None) for number in range(20)))
        assert isinstance(cleaner.clean(b""), scraper.Skipped)
    assert [record.text for record in records if isinstance(record, scraper.Document)] == [
        f"Day {number} was dry." for number in range(20)
    ]


def test_a_page_that_breaks_a_limit_is_a_skip() -> None:
    """A guard too small for any page gives a record with its reason."""
    with scraper.Cleaner(workers=1, guard=scraper.Guard(cpu_seconds=0.3)) as cleaner:
        record = cleaner.clean("<p>Paragraph of a few words.</p>" * 40_000, "https://example.org/long")
        assert isinstance(record, scraper.Skipped)
        assert (record.skipped, record.url) == (scraper.SkipReason.TIMEOUT, "https://example.org/long")
        assert isinstance(cleaner.clean("<p>It rained.</p>"), scraper.Document)


def test_it_works_inside_its_block_only() -> None:
    """Before and after the block there are no workers to clean with."""
    cleaner = scraper.Cleaner(workers=1)
    with pytest.raises(ValueError, match="inside the with block"):
        cleaner.clean("<p>a")
    with cleaner:
        pass
    with pytest.raises(ValueError, match="inside the with block"):
        cleaner.clean("<p>a")
