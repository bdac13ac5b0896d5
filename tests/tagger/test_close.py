"""The second look at close languages."""

import numpy as np
import pytest

from scraper.tagger.close import look_again, relatives

TAGS = ("bs", "cs", "da", "es", "fa", "gl", "hr", "id", "ms", "nb", "ps", "pt", "sk", "sr")


def weighed(text: str, one: str, other: str) -> tuple[float, float]:
    """Chances of two languages that were equally likely before the second look."""
    chances = np.full((1, len(TAGS)), 0.0)
    chances[0, [TAGS.index(one), TAGS.index(other)]] = 0.5
    found = look_again([text], TAGS, chances)[0]
    assert found.sum() == pytest.approx(1.0)
    return float(found[TAGS.index(one)]), float(found[TAGS.index(other)])


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("tko je došao prošli tjedan", "hr", "sr"),
        ("šta je rekao posle nedelje", "sr", "hr"),
        ("kerana syarikat itu", "ms", "id"),
        ("karena perusahaan itu", "id", "ms"),
        ("jag vet ikke hvad noget", "da", "nb"),
        ("keď sa všetky deti", "sk", "cs"),
        ("unha casa moi nova", "gl", "es"),
        ("moito máis que onte", "gl", "pt"),
        ("زه چې هغه", "ps", "fa"),
        ("když se všechny děti", "cs", "sk"),
    ],
)
def test_telling_words_decide(text: str, right: str, wrong: str) -> None:
    """Words that only one of two close languages has move the chances towards it, whichever came first."""
    assert weighed(text, right, wrong)[0] > 0.6
    assert weighed(text, wrong, right)[1] > 0.6


def test_strangers_are_left_alone() -> None:
    """Languages that are no relatives keep their chances, and so does a text without a telling word."""
    assert weighed("tko je to", "hr", "id") == (0.5, 0.5)
    assert weighed("xyz", "hr", "sr") == (0.5, 0.5)


def test_sure_texts_are_left_alone() -> None:
    """A text whose second language has no chance is not looked at again."""
    chances = np.zeros((1, len(TAGS)))
    chances[0, TAGS.index("hr")] = 1.0
    assert np.array_equal(look_again(["šta posle"], TAGS, chances.copy()), chances)


def test_every_language_has_relatives_and_words() -> None:
    """Each language of the data stands beside another one and has words of its own."""
    for tag, known in relatives().items():
        assert len(known) > 1
        assert known[tag].words == frozenset(map(str.lower, known[tag].words))
        assert all(known[tag].words - known[other].words for other in known if other != tag)
