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
