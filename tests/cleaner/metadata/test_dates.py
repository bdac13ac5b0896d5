"""Tests of reading dates."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.cleaner.metadata.dates import Reading, parse
from scraper.cleaner.metadata.words import gather_words
from scraper.rules.rulebook import load_rulebook

WORDS = gather_words(load_rulebook().lexicons)


def reading(language: str = "", *, month_first: bool = False) -> Reading:
    """Return how dates are read in a language."""
    return Reading(WORDS.months, WORDS.own_months.get(language, {}), month_first=month_first)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2024-05-03", "2024-05-03"),
        ("2024-05-03T10:30:00.123-0400", "2024-05-03T10:30:00-04:00"),
        ("2024-05-03 10:30:00 +0000 UTC", "2024-05-03T10:30:00+00:00"),
        ("Fri, 03 May 2024 10:30:00 GMT", "2024-05-03T10:30:00+00:00"),
        ("Fri May 03 2024 10:30:00 GMT+0200 (CEST)", "2024-05-03T10:30:00+02:00"),
        ("1714725000000", "2024-05-03T08:30:00+00:00"),
        ("1714725000", "2024-05-03T08:30:00+00:00"),
        ("20240503", "2024-05-03"),
        ("2012年01月12日 18:49", "2012-01-12T18:49:00"),
        ("2024년 5월 3일 오후 3:20", "2024-05-03T15:20:00"),
        ("6 января 2012 г., 11:46", "2012-01-06T11:46:00"),
        ("11:46, 6 Ιανουαρίου 2012", "2012-01-06T11:46:00"),
        ("6 stycznia 2012", "2012-01-06"),
        ("5 Ocak 2024 Cuma, 11:46", "2024-01-05T11:46:00"),
        ("5 EKİM 2024", "2024-10-05"),
        ("05.01.2024 10:30", "2024-01-05T10:30:00"),
        ("Veröffentlicht am 3. Mai 2024 um 10.30 Uhr", "2024-05-03T10:30:00"),
        ("le 1er août 2024 à 11h46", "2024-08-01T11:46:00"),
        ("٥ يناير ٢٠٢٤", "2024-01-05"),
        ("۱۴۰۳/۰۲/۱۴ 12:30", "2024-05-03T12:30:00"),
        ("Jan. 5th, 2024", "2024-01-05"),
        ("13/05/2024", "2024-05-13"),
        ("05/13/2024", "2024-05-13"),
        ("3/5/24", "2024-05-03"),
        ("Copyright 2024", None),
        ("May 2024", None),
        ("2024-13-45", None),
        ("99999999999999", None),
        ("+1 234 567 8901", None),
        ("", None),
    ],
)
def test_dates_in_many_languages(text, date):
    """Dates are read with what the text gives, and nothing is filled in."""
    assert parse(text, reading()) == date


def test_the_order_of_month_and_day_follows_the_page():
    """An ambiguous date is read in the page's own order; one with full stops is never month first."""
    assert parse("05/06/2024", reading(month_first=True)) == "2024-05-06"
    assert parse("05/06/2024", reading()) == "2024-06-05"
    assert parse("05.06.2024", reading(month_first=True)) == "2024-06-05"


def test_a_months_name_means_what_it_means_in_the_pages_language():
    """Where languages disagree about a name, the page's own comes first."""
    own = Reading({"listopad": 11}, {"listopad": 10})
    assert parse("5 listopad 2024", own) == "2024-10-05"


@given(st.text() | st.from_regex(r"\d{1,4}[-/. ]\d{1,2}[-/. ]\d{1,4}T?\d{0,2}:?\d{0,2}"))
def test_what_is_read_is_a_date(text):
    """Whatever the text, the answer is none or a valid ISO 8601 date."""
    found = parse(text, reading())
    assert found is None or datetime.fromisoformat(found).year >= 1989


def test_months_of_every_lexicon_are_read():
    """The first name of every month of every lexicon is read in a date of its language, where it is no number."""
    wrong = [
        (lexicon.tag, names[0])
        for lexicon in load_rulebook().lexicons
        for number, names in enumerate(lexicon.months, 1)
        if not names[0][0].isdigit()
        and parse(f"5 {names[0]} 2024", reading(lexicon.tag.split("-")[0])) != f"2024-{number:02}-05"
    ]
    assert wrong == []
