"""Profiles of languages."""

import time

import numpy as np

from scraper.tagger.profiles import SPACE, penalties, profiles


def test_the_data_file_says_where_it_comes_from() -> None:
    """The file names its sources and their licence."""
    assert "langdetect 1.0.9" in profiles().source
    assert "Apache-2.0" in profiles().source


def test_the_data_file_is_small_and_read_quickly() -> None:
    """Reading all profiles takes little time."""
    begin = time.perf_counter()
    profiles.__wrapped__()
    assert time.perf_counter() - begin < 1.0


def test_every_group_has_one_row_a_sequence_and_one_column_a_language() -> None:
    """Rows, columns and numbers of a group fit each other."""
    for group in profiles().groups.values():
        assert group.rows.shape[1] == len(group.tags)
        assert max(group.triples.max(), group.pairs.max()) < len(group.rows)
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


def test_no_texts_give_no_rows() -> None:
    """No texts give an empty table."""
    group = profiles().groups["Deva"]
    assert penalties([], group).shape == (0, len(group.tags))
