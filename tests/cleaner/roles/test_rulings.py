"""Rulings over judgements."""

from scraper.cleaner.roles.rulings import apply_rulings
from scraper.model.judgement import Judgement, Ruling
from scraper.model.segment import Role

JUDGED = [Judgement(Role.BODY, 0.6, ("shape:running_text",)), Judgement(Role.SHARE, 0.7, ("network",))]


def test_a_ruling_decides() -> None:
    """A ruled block has the ruled role with the ruling's reason; all others stay as they were judged."""
    assert apply_rulings(JUDGED, {1: Ruling(Role.NOTICE, "site:a.example")}) == [
        JUDGED[0],
        Judgement(Role.NOTICE, 1.0, ("site:a.example",)),
    ]


def test_reasons_of_a_judge_that_agrees_are_kept() -> None:
    """Where judge and ruling agree, both reasons are given, the ruling's first."""
    ruled = apply_rulings(JUDGED, {0: Ruling(Role.BODY, "embedded:state", 0.9)})
    assert ruled[0] == Judgement(Role.BODY, 0.9, ("embedded:state", "shape:running_text"))


def test_nothing_ruled_changes_nothing() -> None:
    """Without rulings the judgements come back."""
    assert apply_rulings(JUDGED, {}) == JUDGED
