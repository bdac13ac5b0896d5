"""Tests of reading names of authors."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.cleaner.metadata.names import announced, looks_like_name, names
from scraper.cleaner.metadata.words import BUILT_IN


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("By Jane Doe", ("Jane Doe",)),
        ("Von Erika Muster und Max Muster", ("Erika Muster", "Max Muster")),
        ("Jane Doe, John Roe & Ann Poe", ("Jane Doe", "John Roe", "Ann Poe")),
        ("Jane Doe, John Roe, and Ann Poe", ("Jane Doe", "John Roe", "Ann Poe")),
        ("Jane Doe, MD, PhD", ("Jane Doe, MD, PhD",)),
        ("Centre for Research and Teaching", ("Centre for Research and Teaching",)),
        ("Doe, Jane", ("Doe, Jane",)),
        ("Автор: Анна Иванова", ("Анна Иванова",)),
        ("作者：李明、王芳", ("李明", "王芳")),
        ("Jane Doe (jdo)", ("Jane Doe",)),
        ("Jane Doe | Staff writer", ("Jane Doe",)),
        ("Jane Doe jane@doe.example", ("Jane Doe",)),
        ("https://facebook.com/jane", ()),
        ("@jane", ()),
        ("", ()),
        ("12345", ()),
        ("di Maria Rossi", ("Maria Rossi",)),
        ("Di Maria", ("Di Maria",)),
    ],
)
def test_lists_of_names(text, people):
    """Names are parted where each part can be a person, and cleaned of what announces or follows them."""
    assert names([text], BUILT_IN) == people


def test_repeated_names_are_kept_once_in_order():
    """A name that comes again in another spelling is the same name."""
    assert names(["Jane Doe", "JOHN ROE", "By JANE DOE"], BUILT_IN) == ("Jane Doe", "JOHN ROE")


def test_announced_tells_labels_from_names():
    """What follows byline words is announced, even if it is nothing; other texts are not."""
    assert announced("By Jane Doe", BUILT_IN) == "Jane Doe"
    assert announced("Written by:", BUILT_IN) == ""
    assert announced("Pros:", BUILT_IN) is None


@pytest.mark.parametrize("text", ["Jane Doe", "Ludwig van Beethoven", "李明", "Ján Novák", "Mary-Ann O’Neil"])
def test_names_look_like_names(text):
    """Names of many cultures look like names."""
    assert looks_like_name(text)


@pytest.mark.parametrize("text", ["Share this", "how are you", "Is it Rain?", "5 min", "A B C D E F", "Read more", ""])
def test_other_lines_do_not(text):
    """Buttons, questions, numbers and sentences do not look like names."""
    assert not looks_like_name(text)


@given(st.text())
def test_no_text_raises(text):
    """Whatever stands in a byline, the names are short and not empty."""
    assert all(0 < len(name) <= 80 for name in names([text], BUILT_IN))


def test_day_behind_a_name_is_not_part_of_it():
    """A comma and a number end the name: what follows is a date."""
    assert names(["Marta Olmedo, 3 de abril de 2026"], BUILT_IN) == ("Marta Olmedo",)
