"""Folding: one spelling for phrases and segments."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.rules.fold import fold, fold_prefix

SPELLINGS = (
    ("ΣΧΕΤΙΚΑ ΑΡΘΡΑ »", "Σχετικά άρθρα"),
    ("İLGİLİ HABERLER", "İlgili haberler"),
    ("YAYINLANMA", "Yayınlanma"),
    ("Еще по теме:", "Ещё по теме"),
    ("اقرا ايضاً", "اقرأ أيضا"),
    ("علي", "على"),
    ("L\u2019article", "l'article"),
    ("Photo\u00a0: AFP", "Photo: AFP"),
    ("Știri similare", "Ştiri similare"),
    ("\uff33\uff48\uff41\uff52\uff45", "share"),
    ("Com\u00adments\u200b", "comments"),
    ("❤\ufe0f Share →", "share"),
    ("Comments (1,234)", "comments"),
    ("[12] Kommentare »", "kommentare"),
    ("  Read \n more  ", "read more"),
    ("(c) 2024 A", "© 2024 A"),
    ("टिप्पणी:", "टिप्पणी"),
)


@pytest.mark.parametrize(("one", "other"), SPELLINGS)
def test_spellings_fold_to_one(one: str, other: str) -> None:
    """Two ways in which sites write one phrase fold to the same text."""
    assert fold(one) == fold(other)


@given(st.text())
def test_fold_is_idempotent(text: str) -> None:
    """Folding a folded text changes nothing."""
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "folded"), [("Foto:", "foto:"), ("» Photo :", "photo:"), ("図/", "図/"), ("By", "by")]
)
def test_prefix_keeps_its_closing_sign(text: str, folded: str) -> None:
    """The sign that tells a label from prose survives at the end of a prefix phrase, and nothing else."""
    assert fold_prefix(text) == folded


@pytest.mark.parametrize("text", ["", "»", "***", "(12)", " … "])
def test_signs_alone_fold_to_nothing(text: str) -> None:
    """A text without letters, digits or a copyright sign of its own folds to nothing."""
    assert fold(text) == ""
    assert fold_prefix(text) == ""


@pytest.mark.parametrize("text", ["ⓒ 연합뉴스", "© 연합뉴스", "(C) 연합뉴스"])
def test_copyright_sign_is_kept(text: str) -> None:
    """All ways to write a copyright sign fold to one that is kept."""
    assert fold(text) == "© 연합뉴스"
