"""Nearly equal stories have nearly equal hashes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.cleaner.fingerprint import simhash, story_key
from tests.cleaner.pages import AR, DE, EN, RU, ZH


def distance(one: str, other: str) -> int:
    return (int(simhash(one), 16) ^ int(simhash(other), 16)).bit_count()


def test_value_is_fixed() -> None:
    """The hash of a text is the same in every process and on every machine."""
    assert simhash("The river rose by two metres in the night.") == "74a9c11a29f6e866"


@pytest.mark.parametrize("story", [EN, DE, RU, ZH, AR])
def test_small_changes_change_few_bits(story: tuple[str, ...]) -> None:
    """One word more at the end of a story leaves most bits alone, in every script."""
    text = " ".join(story * 3)
    assert distance(text, f"{text} {story[0].split()[0][:6]}") <= 8


def test_other_stories_are_far_apart() -> None:
    """Stories that have nothing in common differ in many bits."""
    stories = [" ".join(story) for story in (EN, DE, RU, ZH, AR)]
    pairs = [(one, other) for at, one in enumerate(stories) for other in stories[at + 1 :]]
    assert min(distance(one, other) for one, other in pairs) >= 12


def test_order_counts() -> None:
    """The same words in another order are another text."""
    words = EN[0].split()
    assert simhash(" ".join(words)) != simhash(" ".join(reversed(words)))


def test_spelling_of_spaces_signs_and_case_does_not_count() -> None:
    """White space, punctuation and case change nothing."""
    assert simhash("Der Bach, die Mühle!") == simhash("der\nBACH —   die MÜHLE")


@pytest.mark.parametrize("text", ["", "  \n", "—…!?"])
def test_nothing_to_hash(text: str) -> None:
    """A text without letters or digits has the empty hash."""
    assert simhash(text) == ""


def test_huge_text() -> None:
    """What stands beyond the first twenty thousand words does not count."""
    assert simhash("rain " * 20_000 + "snow " * 5) == simhash("rain " * 20_000)


@given(st.text())
def test_any_text(text: str) -> None:
    """Any text gives sixteen hex digits or nothing."""
    value = simhash(text)
    assert len(value) in {0, 16}
    assert all(digit in "0123456789abcdef" for digit in value)


@pytest.mark.parametrize(
    ("one", "other"), [("Ｄer Bach —\n 12", "der bach12"), ("雨が　降った。", "雨が降った"), ("ﬁne", "FINE")]
)
def test_key_of_a_story_is_that_of_its_words(one: str, other: str) -> None:
    """Case, width, ligatures, spaces and signs do not change the key of a story."""
    assert story_key(one) == story_key(other)


def test_key_of_a_story_changes_with_a_letter() -> None:
    """One letter more makes another key, and a text without words has none."""
    assert story_key("雨が降った") != story_key("雨が降る")
    assert story_key("… — !") == ""


def test_combining_signs_are_no_letters_lost() -> None:
    """Marks that make another word of the same letters count."""
    assert story_key("कि") != story_key("का")
