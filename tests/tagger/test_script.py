"""Scripts of texts."""

import pytest

from scraper.tagger.script import COLUMN, SCRIPTS, census, letters, majorities


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("Hello", "Latn"),
        ("ǅeǆ ﬁne", "Latn"),
        ("Привет", "Cyrl"),
        ("Γειά σου", "Grek"),
        ("مرحبا", "Arab"),
        ("שלום", "Hebr"),
        ("नमस्ते", "Deva"),
        ("漢字", "Hani"),
        ("𠀀𠀁", "Hani"),
        ("カタカナ", "Kana"),
        ("한국어", "Hang"),
        ("ไทย", "Thai"),
        ("አማርኛ", "Ethi"),
        ("123 – 45 % 😀", "Zyyy"),
        ("", "Zyyy"),
    ],
)
def test_the_script_of_most_letters_is_named(text: str, script: str) -> None:
    """A text has the ISO 15924 code of its letters, `Zyyy` where it has none."""
    assert majorities(census([text])) == [script]


def test_a_latin_word_inside_another_script_weighs_less() -> None:
    """A text with as many Latin letters as Cyrillic ones is Cyrillic, because Latin words are borrowed more often."""
    assert majorities(census(["Windows и яблоко", "iPhone 手机"])) == ["Cyrl", "Hani"]


def test_a_census_counts_each_text_by_itself() -> None:
    """Letters are counted text by text, script by script; what is no letter goes to the first column."""
    counts = census(["ab 1", "", "я"])
    assert counts.shape == (3, len(SCRIPTS))
    assert [counts[0, COLUMN["Latn"]], counts[0, 0], counts[1].sum(), counts[2, COLUMN["Cyrl"]]] == [2, 2, 0, 1]


def test_vowel_signs_are_letters_and_digits_are_not() -> None:
    """Marks that belong to letters are counted as letters, digits of any script are not."""
    assert letters(["की", "१२३", "a1b2"]) == [2, 0, 2]


def test_lone_surrogates_are_counted_as_no_letters() -> None:
    """Half a surrogate pair is no letter and raises nothing."""
    assert letters(["\ud800a\udfff"]) == [1]
