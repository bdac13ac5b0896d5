"""Tests of choosing among candidates."""

from scraper.cleaner.metadata.candidate import Candidate, Field, Source
from scraper.cleaner.metadata.choose import authors, day, one, ranked, tags
from scraper.cleaner.metadata.words import BUILT_IN

NONE: frozenset[str] = frozenset()


def by(value: str, key: str, source: Source = Source.META) -> Candidate:
    """Return a candidate for the authors."""
    return Candidate(Field.AUTHORS, value, source, key)


def test_candidates_are_ranked_by_belief_and_then_in_page_order():
    """Better places come first, and within one place the page's order is kept."""
    offers = ranked([by("Z", "author"), by("A", "story.author"), by("B", "story.author")])
    assert [offer.value for offer in offers[Field.AUTHORS]] == ["A", "B", "Z"]


def test_the_first_readable_value_is_chosen_with_those_that_agree():
    """A value that cannot be read is passed over; sources that say the same are named."""
    offers = [by("", "a"), by("x", "b", Source.META), by("x", "c", Source.HTML), by("y", "d", Source.TIME)]
    choice = one(offers, lambda text: text or None)
    assert choice is not None
    assert (choice.values, choice.sources) == (("x",), (Source.META, Source.HTML))
    assert one([], str) is None


def test_a_day_takes_its_time_from_any_place():
    """The time of day comes from a place that names the same day."""
    choice = day([by("2024-05-03", "a"), by("2024-05-03T10:00:00", "b")], str)
    assert choice is not None
    assert choice.values == ("2024-05-03T10:00:00",)


def test_persons_come_before_the_site():
    """The site's own name is the author only where nobody else is."""
    offers = [by("Daily Example", "story.author"), by("Jane Doe", "author")]
    site = frozenset({"daily example"})
    both, alone = authors(offers, BUILT_IN, site), authors(offers[:1], BUILT_IN, site)
    assert both is not None
    assert alone is not None
    assert (both.values, alone.values) == (("Jane Doe",), ("Daily Example",))


def test_accounts_give_way_to_names():
    """The account a story was filed under is not its author when the page names one."""
    choice = authors([by("jane.d", "story.author"), by("Jane Doe", "class.author")], BUILT_IN, NONE)
    assert choice is not None
    assert choice.values == ("Jane Doe",)
    assert authors([], BUILT_IN, NONE) is None


def test_tags_are_lists_or_one_string_with_commas():
    """One string with commas is a list of tags, several strings are taken as they are, each once."""
    split = tags([by("a, b,a", "keywords")])
    listed = tags([by("a, b", "article:tag"), by("c", "article:tag"), by("d", "keywords")])
    assert split is not None
    assert listed is not None
    assert (split.values, listed.values) == (("a", "b"), ("a, b", "c"))
    assert tags([]) is None
