"""Tests of votes for the day of publication."""

from scraper.cleaner.metadata.candidate import Candidate, Field, Source
from scraper.cleaner.metadata.days import published


def said(value: str, source: Source, key: str = "") -> Candidate:
    """Return a candidate for the publication."""
    return Candidate(Field.PUBLISHED, value, source, key)


def day(*candidates: Candidate) -> str | None:
    """Return the chosen date; every value can be read."""
    choice = published(candidates, [], str)
    return choice.values[0] if choice else None


def test_a_time_of_day_is_taken_from_any_place_that_names_the_day():
    """Of places that name one day, the time comes from the first that gives one."""
    assert day(said("2024-05-03", Source.JSON_LD), said("2024-05-03T10:30:00", Source.TIME)) == "2024-05-03T10:30:00"


def test_two_places_outvote_one():
    """The printed day and a meta element together outvote the stamp of the data."""
    places = [
        said("2024-06-01", Source.JSON_LD),
        said("2024-05-03", Source.META),
        said("2024-05-03", Source.VISIBLE, "near.bare"),
    ]
    assert day(*places) == "2024-05-03"


def test_several_printed_days_do_not_vote():
    """Where several days are printed and none is declared, nothing tells which is the story's."""
    places = [said("2024-06-01", Source.JSON_LD)]
    places += [said(f"2024-05-0{number}", Source.VISIBLE, "near.bare") for number in (3, 4)]
    assert day(*places) == "2024-06-01"


def test_a_day_apart_by_time_zone_is_the_same_day():
    """A printed day next to the declared one supports it."""
    assert day(said("2024-05-03T23:30:00+00:00", Source.JSON_LD), said("2024-05-04", Source.VISIBLE, "near.bare")) == (
        "2024-05-03T23:30:00+00:00"
    )


def test_days_of_the_whole_page_count_only_alone():
    """Days from anywhere on the page are read only if there is no other, and only if they agree."""
    one, other = said("2024-05-03", Source.VISIBLE, "page.date"), said("2024-05-04", Source.VISIBLE, "page.date")
    assert day(one) == "2024-05-03"
    assert day(one, other) is None
    assert day(one, said("2020-01-01", Source.TIME, "time")) == "2020-01-01"
    assert day() is None
