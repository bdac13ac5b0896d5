"""Profiles of languages."""

import time

import numpy as np

from scraper.tagger.known import profiles
from scraper.tagger.profiles import BLOCK, LANES, SPACE, penalties


def test_the_data_file_says_where_it_comes_from() -> None:
    """The file names its sources and their licence."""
    assert "langdetect 1.0.9" in profiles().source
    assert "Apache-2.0" in profiles().source


def test_the_data_file_is_small_and_read_quickly() -> None:
    """Reading all profiles takes little time."""
    begin = time.perf_counter()
    profiles.__wrapped__()
    assert time.perf_counter() - begin < 5


def test_every_group_has_one_row_a_sequence_and_one_column_a_language() -> None:
    """Rows, columns and numbers of a group fit each other."""
    for group in profiles().groups.values():
        assert 0 <= LANES * group.words.shape[1] - len(group.tags) < LANES
        assert max(group.triples.max(), group.pairs.max()) < len(group.words)
        assert group.numbers.max() < len(group.pairs)
        assert group.numbers[ord(" ")] == SPACE


def test_the_best_language_has_no_penalty() -> None:
    """Penalties are counted from the best language of each text, and a text without letters prefers none."""
    group = profiles().groups["Latn"]
    found = penalties(["the house", "", "123"], group)
    assert found.shape == (3, len(group.tags))
    assert group.tags[int(found[0].argmin())] == "en"
    assert np.all(found >= 0)
    assert not found[1:].any()


def test_a_text_is_judged_by_itself() -> None:
    """The penalties of a text do not depend on the texts beside it."""
    group = profiles().groups["Cyrl"]
    both = penalties(["добрый день", "добър ден"], group)
    assert np.array_equal(both[1], penalties(["добър ден"], group)[0])


def test_penalties_add_up() -> None:
    """A text said so often that running sums pass 64 bits has as many times the penalties of its word."""
    group = profiles().groups["Latn"]
    word = "fifteen".ljust(BLOCK - 1)
    once, often = penalties([word, " ".join([word] * 50)], group)
    assert np.allclose(often, once * 50)
    assert np.array_equal(penalties([" ".join([word] * 50)] * 2000, group)[-1], often)


def test_spaces_cost_nothing() -> None:
    """Spaces behind a text change nothing for any script, so that texts may be padded with them."""
    for group in profiles().groups.values():
        bare, padded = penalties(["la маса ما की", "la маса ما की" + " " * 30], group)
        assert np.array_equal(bare, padded)


def test_no_texts_give_no_rows() -> None:
    """No texts give an empty table."""
    group = profiles().groups["Deva"]
    assert penalties([], group).shape == (0, len(group.tags))
