"""Tests of choosing the title."""

import pytest

from scraper.cleaner.metadata.candidate import Candidate, Field, Source
from scraper.cleaner.metadata.titles import is_site, title

SITES = frozenset({"daily example", "news example", "examplenews"})


def chosen(**offers: str) -> str | None:
    """Return the title chosen of offers by key, `og_title` for `og:title`."""
    keys = {"og_title": "og:title", "headline": "story.headline"}
    found = [Candidate(Field.TITLE, value, Source.META, keys.get(key, key)) for key, value in offers.items()]
    choice = title(found, SITES)
    return choice.values[0] if choice else None


@pytest.mark.parametrize(
    "text",
    [
        "Rain at last | Daily Example",
        "Rain at last - News - Daily Example",
        "Daily Example: Rain at last",
        "Daily Example » Rain at last",
        "Rain at last — The Daily Example",
        "Rain at last_Daily Example",
        "Rain at last",
    ],
)
def test_the_sites_name_is_taken_off(text):
    """The site's name before or behind the title is taken off, whatever parts it, when a heading confirms the rest."""
    assert chosen(title=text, h1="Rain at last") == "Rain at last"


def test_the_sites_name_is_taken_off_without_confirmation():
    """A part that is the site's name is no part of the title even if nothing else is there to compare."""
    assert chosen(title="Rain at last | Daily Example") == "Rain at last"


def test_chinese_titles_are_parted_without_spaces():
    """A hyphen between Chinese characters parts the site from the title."""
    assert chosen(title="今天终于下雨了-示例新闻网", h1="今天终于下雨了") == "今天终于下雨了"


def test_places_that_agree_outvote_a_heading_of_the_site():
    """A heading that shares nothing with the other places is not the title."""
    assert chosen(h1="Our blog", og_title="Rain at last", title="Rain at last") == "Rain at last"


def test_a_kicker_in_the_heading_is_left_out():
    """Where the heading ends with what the others say, the kicker before it is not part of the title."""
    assert chosen(h1="Weather Rain at last over the whole country", headline="Rain at last over the whole country") == (
        "Rain at last over the whole country"
    )


def test_nothing_gives_nothing():
    """Without a usable string there is no title."""
    assert chosen() is None
    assert chosen(title=" – | – ") is None


def test_names_of_the_site_in_longer_and_shorter_forms():
    """A form of the site's name is recognised, a word that happens to be inside is not."""
    assert is_site("the daily example", SITES)
    assert is_site("example news", SITES)
    assert not is_site("rain", SITES)
    assert not is_site("", SITES)
