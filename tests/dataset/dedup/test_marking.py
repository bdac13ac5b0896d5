"""Marks of records."""

from scraper.cleaner.fingerprint import story_key
from scraper.dataset.dedup import Keep, marks, open_ledger
from scraper.model.document import Duplicate


def test_marks_name_group_and_record() -> None:
    """Each document has the key of its group's first, and the others the source of the one that is kept."""
    key = story_key("rain")
    with open_ledger(near=False) as ledger:
        for source, text in (("a", "Rain"), ("b", ""), ("c", "rain …")):
            ledger.note(source, text)
        first = [*marks(ledger, Keep.FIRST)]
        longest = [*marks(ledger, Keep.LONGEST)]
    assert first == [Duplicate(key, None, None), Duplicate("", None, None), Duplicate(key, "a", "exact")]
    assert longest == [Duplicate(key, "c", "exact"), Duplicate("", None, None), Duplicate(key, None, None)]
