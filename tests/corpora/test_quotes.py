"""Paragraphs that quote."""

from pathlib import Path

import pytest

from scraper.corpora.quotes import PAIRS, quotings
from scraper.errors import InputError


@pytest.fixture
def sentences(tmp_path: Path) -> Path:
    """Give a folder with three sentences in every language that is used."""
    for tag in {tag for pairs in PAIRS.values() for pair in pairs for tag in pair.split("-")}:
        (tmp_path / f"{tag}.txt").write_text("".join(f"{tag} says {at}\n" for at in range(3)), encoding="utf-8")
    return tmp_path


def test_the_quotation_stands_where_it_is_said_to(sentences: Path) -> None:
    """Every paragraph has its quotation at the given place, and the host's words around it."""
    for one in quotings(sentences, 1):
        assert one.text[one.start : one.end].startswith(f"{one.guest} says")
        assert one.text.startswith(f"{one.host} says")
        assert f"{one.host}-{one.guest}" in PAIRS[one.kind]


def test_the_same_seed_gives_the_same_paragraphs(sentences: Path) -> None:
    """Paragraphs are drawn by the seed alone."""
    assert [*quotings(sentences, 2, 5)] == [*quotings(sentences, 2, 5)]
    assert [*quotings(sentences, 2, 5)] != [*quotings(sentences, 2, 6)]


def test_a_missing_language_is_named(tmp_path: Path) -> None:
    """A folder without sentences is an input error."""
    with pytest.raises(InputError, match=r"\.txt: not a file of sentences"):
        next(quotings(tmp_path, 1))
