"""The languages of a whole page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.model.language import Tagged
from scraper.tagger import shares

TEXTS = ["abcdefgh", "ab", "更多更多更多更多更多更多", "123"]
TAGGED = [
    Tagged("en", 0.9, "Latn"),
    Tagged("de", 0.5, "Latn"),
    Tagged("zh-Hans", 0.8, "Hans"),
    Tagged("und", 0.99, "Zyyy"),
]


def test_the_story_names_the_language_of_the_page() -> None:
    """The tag is that of most letters of the story, even where the whole page has more of another."""
    found = shares(TAGGED, TEXTS, [0, 1])
    assert found.tag == "en"
    assert found.confidence == pytest.approx(0.9 * 0.8)


def test_shares_are_letters_of_all_segments_largest_first() -> None:
    """Shares run over the whole page, largest first, and sum to one."""
    found = shares(TAGGED, TEXTS, [0, 1])
    assert list(found.shares) == ["zh-Hans", "en", "de"]
    assert sum(found.shares.values()) == pytest.approx(1.0)


@pytest.mark.parametrize("story", [[], [3]])
def test_without_a_story_the_whole_page_counts(story: list[int]) -> None:
    """Where the story is missing or has no language, the tag is that of the whole page."""
    assert shares(TAGGED, TEXTS, story).tag == "zh-Hans"


def test_a_page_without_language_is_undetermined() -> None:
    """Where no text has a language, the page has none, and its letters are counted as undetermined."""
    found = shares([Tagged("und", 0.99, "Latn")], ["Xyz"], [0])
    assert (found.tag, dict(found.shares)) == ("und", {"und": 1.0})


def test_a_page_without_letters_has_no_shares() -> None:
    """No letters give no shares and no confidence."""
    found = shares([], [], [])
    assert (found.tag, found.confidence, dict(found.shares)) == ("und", 0.0, {})


@given(st.lists(st.tuples(st.sampled_from(["en", "de", "und"]), st.text(max_size=9)), max_size=9))
def test_shares_are_probabilities(page: list[tuple[str, str]]) -> None:
    """Shares sum to one where there are letters, and the confidence stays between 0 and 1."""
    tagged = [Tagged(tag, 0.7, "Latn") for tag, _ in page]
    found = shares(tagged, [text for _, text in page], range(len(page)))
    assert not found.shares or sum(found.shares.values()) == pytest.approx(1.0)
    assert 0.0 <= found.confidence <= 1.0


def test_the_story_has_shares_of_its_own() -> None:
    """Shares of the story are those of its letters alone, and empty where there is no story."""
    assert dict(shares(TAGGED, TEXTS, [0, 1]).story) == {"en": 0.8, "de": 0.2}
    assert dict(shares(TAGGED, TEXTS, []).story) == {}


LONG = [Tagged("cy", 0.99, "Latn"), Tagged("en", 0.99, "Latn"), Tagged("zh-Hans", 0.99, "Hans")]


def test_a_story_in_two_languages_says_so() -> None:
    """Languages with a good part of the story each are parallel, and one Chinese letter weighs as much as three."""
    assert shares(LONG, ["a" * 200, "b" * 300, "字"], [0, 1, 2]).parallel == ("en", "cy")
    assert shares(LONG, ["a" * 5, "b" * 300, "字" * 60], [0, 1, 2]).parallel == ("en", "zh-Hans")


@pytest.mark.parametrize(
    ("tagged", "texts", "story"),
    [
        (LONG, ["a" * 500, "b" * 100, ""], [0, 1, 2]),
        (LONG, ["a" * 50, "b" * 50, ""], [0, 1, 2]),
        (LONG, ["a" * 500, "b" * 500, ""], [0]),
        ([Tagged("nb", 0.6, "Latn"), Tagged("da", 0.99, "Latn")], ["a" * 500, "b" * 500], [0, 1]),
        ([Tagged("und", 0.99, "Latn"), Tagged("da", 0.99, "Latn")], ["a" * 500, "b" * 500], [0, 1]),
    ],
)
def test_other_stories_are_in_one_language(tagged: list[Tagged], texts: list[str], story: list[int]) -> None:
    """A quoted line, a short text, the rest of the page, and a doubtful or missing language are no second one."""
    assert shares(tagged, texts, story).parallel == ()


def test_a_missing_text_has_no_letters() -> None:
    """None counts as an empty text."""
    assert shares([Tagged("en", 0.9, "Latn")], [None], [0]).tag == "und"
