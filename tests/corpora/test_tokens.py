"""The measure of a story."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.corpora.tokens import Overlap, bag, is_unspaced, overlap


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Two words, TWO", {"two": 2, "words": 1}),
        ("a_b 3.5", {"a_b": 1, "3": 1, "5": 1}),
        ("看看GPT相关", {"看": 2, "gpt": 1, "相": 1, "关": 1}),
        ("ひらカナ", {"ひ": 1, "ら": 1, "カ": 1, "ナ": 1}),
        ("ไทย", {"ไ": 1, "ท": 1, "ย": 1}),
        ("한국어 말", {"한국어": 1, "말": 1}),
        ("Ελλάδα", {"ελλάδα": 1}),
        ("", {}),
    ],
)
def test_tokens(text: str, tokens: dict[str, int]) -> None:
    """Words are tokens in lower case; of scripts without spaces every character is one."""
    assert bag(text) == tokens


def test_overlap_of_bags() -> None:
    """Precision is the share of what was found, recall the share of what was wanted, numbers of tokens counted."""
    assert overlap(bag("a a b c"), bag("a b d")) == Overlap(pytest.approx(4 / 7), pytest.approx(2 / 3), 0.5)


@pytest.mark.parametrize(("wanted", "found"), [("", "a"), ("a", ""), ("a", "b"), ("", "")])
def test_nothing_in_common_is_nought(wanted: str, found: str) -> None:
    """Without a shared token all numbers are 0, also when a side is empty."""
    assert overlap(bag(wanted), bag(found)) == Overlap(0.0, 0.0, 0.0)


@given(st.text("ab 看", min_size=1), st.text("ab 看", min_size=1))
def test_sides_mirror_each_other(one: str, other: str) -> None:
    """Swapping the sides swaps precision and recall and leaves F1 the same."""
    there, back = overlap(bag(one), bag(other)), overlap(bag(other), bag(one))
    assert (there.precision, there.recall) == (back.recall, back.precision)
    assert there.f1 == pytest.approx(back.f1)


@pytest.mark.parametrize("text", ["看看GPT相关", "ไทยนี้", "ひらカナ"])
def test_scripts_without_spaces(text: str) -> None:
    """A text is of unspaced script where most of its characters are."""
    assert is_unspaced(text)


@pytest.mark.parametrize("text", ["GPT 相关", "한국어 말", ""])
def test_scripts_with_spaces(text: str) -> None:
    """A text with few such characters, or none, is of spaced script."""
    assert not is_unspaced(text)
