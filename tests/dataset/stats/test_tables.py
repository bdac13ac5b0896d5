"""Counts as tables."""

from scraper.dataset.stats.frequent import Frequent
from scraper.dataset.stats.tables import tables
from scraper.dataset.stats.tally import Tally
from tests.writer.records import document, segment


def filled() -> Tally:
    tally = Tally()
    for text in ("a", "abc", "abcd" * 5):
        tally.add(document(segment(text), confidence=len(text) / 25))
    return tally


def test_steps_without_stories_are_shown() -> None:
    """Lengths and confidences are shown without gaps, with the right bounds."""
    by_name = {table.name: table.rows for table in tables(filled())}
    assert by_name["lengths"] == [("1–1", 1), ("2–3", 1), ("4–7", 0), ("8–15", 0), ("16–31", 1)]
    assert by_name["confidences"][0] == ("0.00–0.05", 1)
    assert sum(count for _, count in by_name["confidences"]) == 3


def test_tables_without_rows_are_left_out() -> None:
    """What was not counted has no table, and nothing at all gives none."""
    assert "duplicates" not in {table.name for table in tables(filled())}
    assert tables(Tally()) == []


def test_many_names_end_in_a_sum() -> None:
    """Behind the forty most frequent names one row holds all others."""
    tally = filled()
    tally.languages.update({f"x{number}": 1 for number in range(60)})
    (languages,) = (table for table in tables(tally) if table.name == "languages")
    assert len(languages.rows) == 41
    assert languages.rows[-1] == ("21 others", 21)


def test_counts_that_are_not_exact_say_so() -> None:
    """Where hosts were forgotten the title says by how much counts may fall short."""
    tally = filled()
    tally.hosts = Frequent(2)
    for host in "aabc":
        tally.hosts.add(host)
    assert "up to" in next(table.title for table in tables(tally) if table.name == "hosts")
