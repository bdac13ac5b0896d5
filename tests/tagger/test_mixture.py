"""The page as a mixture of languages."""

import numpy as np

from scraper.tagger.mixture import posteriors, prior

TAGS = ("de", "en", "is")


def test_the_declared_language_is_worth_letters() -> None:
    """A declaration adds to what its language is worth; languages of few pages begin with least."""
    german, english, icelandic = prior(TAGS, "de")
    assert german > english > icelandic > 0


def test_a_doubtful_text_follows_its_page() -> None:
    """A text that says nothing takes the language of the texts around it."""
    penalties = np.array([[0.0, 90.0, 90.0]] * 4 + [[0.0, 0.0, 0.0]])
    chances = posteriors(penalties, np.array([80] * 4 + [4]), prior(TAGS, "und"))
    assert chances[4].argmax() == 0


def test_a_clear_text_disagrees_with_its_page_however_short() -> None:
    """Letters that speak clearly outweigh the page, even in a text of few letters."""
    penalties = np.array([[0.0, 90.0, 90.0]] * 4 + [[90.0, 0.0, 90.0]])
    chances = posteriors(penalties, np.array([80] * 4 + [5]), prior(TAGS, "de"))
    assert chances[4].argmax() == 1


def test_a_text_that_repeats_counts_as_often() -> None:
    """A text given once with its number of repeats says as much as the same text given so often."""
    penalties = np.array([[0.0, 9.0, 30.0], [7.0, 0.0, 8.0]])
    before = prior(TAGS, "und")
    folded = posteriors(penalties, np.array([40, 9]), before, repeats=np.array([5, 1]))
    rows = [0, 0, 0, 0, 0, 1]
    assert np.allclose(folded[rows], posteriors(penalties[rows], np.array([40] * 5 + [9]), before))


def test_chances_sum_to_one() -> None:
    """The chances of each text sum to one, with large penalties too."""
    chances = posteriors(np.array([[0.0, 5000.0, 30.0], [1.0, 0.0, 2.0]]), np.array([9, 9]), prior(TAGS, "und"))
    assert np.allclose(chances.sum(axis=1), 1.0)
