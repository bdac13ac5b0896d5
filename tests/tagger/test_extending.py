"""A user's language beside those of the package."""

import numpy as np

from scraper.tagger.extending import extended
from scraper.tagger.learning import Profile
from scraper.tagger.profiles import group_of, penalties, read_parts

SHARES = {"q": 0.5, "z": 0.5, " q": 0.5, "qz": 0.5, "qz ": 1.0}


def test_the_new_language_is_the_last_column() -> None:
    """The group has one more language, and the sequences of the new one are known."""
    parts, _ = read_parts()
    found = extended(parts, [Profile("qv", "Latn", SHARES, "")])
    group = group_of(found["Latn"], "Latn")
    assert group.tags[-1] == "qv"
    assert len(group.tags) == len(parts["Latn"]["tags"]) + 1
    assert set(found) == set(parts)


def test_the_old_languages_stay_as_far_apart() -> None:
    """Among the languages that were known the penalties of a text do not change."""
    parts, _ = read_parts()
    texts = ["das ist ein satz", "the house"]
    before = penalties(texts, group_of(parts["Latn"], "Latn"))
    found = extended(parts, [Profile("qv", "Latn", SHARES, "")])
    after = penalties(texts, group_of(found["Latn"], "Latn"))[:, :-1]
    near = before < 15.0  # what is far behind is cut at the largest stored penalty
    assert np.allclose((after - after.min(axis=1, keepdims=True))[near], before[near], atol=1.0)


def test_a_known_tag_is_replaced() -> None:
    """A profile of a language that the package knows takes its place."""
    parts, _ = read_parts()
    found = extended(parts, [Profile("de", "Latn", SHARES, "")])
    tags = list(map(str, found["Latn"]["tags"]))
    assert tags.count("de") == 1
    assert tags[-1] == "de"


def test_two_languages_make_a_script_of_their_own() -> None:
    """Two profiles of a script that one language had to itself are told apart."""
    one, two = (dict.fromkeys(letters, 0.5) for letters in ("ab", "cd"))
    shares = [{chr(0x5D0 + ord(key) - 97): value for key, value in each.items()} for each in (one, two)]
    found = extended({}, [Profile("he", "Hebr", shares[0], ""), Profile("yi", "Hebr", shares[1], "")])
    group = group_of(found["Hebr"], "Hebr")
    best = penalties(["\u05d0\u05d1", "\u05d2\u05d3"], group).argmin(axis=1)
    assert [group.tags[column] for column in best] == ["he", "yi"]
