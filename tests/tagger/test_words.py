"""Words of a text."""

from hypothesis import given
from hypothesis import strategies as st

from scraper.tagger.words import MOST, words


def cut(text: str) -> list[str]:
    """Return the words themselves."""
    return [text[first:end] for first, end in words(text)]


def test_spaces_part_words() -> None:
    """Words stand between white space, with their punctuation."""
    assert cut(" Er sagte: „Nein“,\nund ging ") == ["Er", "sagte:", "„Nein“,", "und", "ging"]


def test_runs_of_scripts_without_spaces_are_words() -> None:
    """A run of Chinese is one word, cut from what it is glued to, and quotation marks go with what they open."""
    assert cut("他说“Hello world”，然后走了") == ["他说", "“Hello", "world”，", "然后走了"]


def test_kana_and_ideographs_are_one_run() -> None:
    """Japanese is not cut where its scripts change."""
    assert cut("海へ貝殻をTwitterで") == ["海へ貝殻を", "Twitter", "で"]


def test_a_hyphen_cuts_no_word() -> None:
    """Letters of scripts with spaces stay together even where two scripts meet."""
    assert cut("IT-компания") == ["IT-компания"]


def test_huge_texts_are_read_in_part() -> None:
    """No more than a fixed number of words is looked at."""
    assert len(words("a " * (2 * MOST))) == MOST


@given(st.text(max_size=60))
def test_words_are_in_order_and_miss_nothing_but_spaces(text: str) -> None:
    """Words follow each other without overlap, and what lies between them is white space."""
    end = 0
    for first, last in words(text):
        assert text[end:first].strip() == ""
        assert first < last
        end = last
    assert text[end:].strip() == ""
