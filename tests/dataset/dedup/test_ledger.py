"""What is noted of records."""

import pytest

from scraper.cleaner.fingerprint import story_key
from scraper.dataset.dedup.ledger import open_ledger


def test_what_was_noted_comes_back() -> None:
    """Keys, lengths and sources come back in order, the key as records have it."""
    with open_ledger(near=False) as ledger:
        for source, text in (("a", "It rained."), ("日本", ""), ("c", "雨が降った。")):
            ledger.note(source, text)
        notes = ledger.notes()
        assert [ledger.source(note) for note in notes] == ["a", "日本", "c"]
        assert notes["chars"].tolist() == [10, 0, 6]
        assert f"{notes['high'][0]:016x}{notes['low'][0]:016x}" == story_key("It rained.")
        assert (notes["high"][1], notes["low"][1]) == (0, 0)
        assert ledger.signatures() is None


def test_signatures_are_made_where_they_are_wanted() -> None:
    """With signatures there is one a record, of zeros without a story."""
    pytest.importorskip("rensa")
    with open_ledger(near=True) as ledger:
        ledger.note("a", "It rained all day.")
        ledger.note("b", "")
        signs = ledger.signatures()
        assert signs is not None
        assert signs.shape == (2, 128)
        assert (signs[0].any(), signs[1].any()) == (True, False)


def test_empty_ledger_is_empty() -> None:
    """Without records there are no notes."""
    with open_ledger(near=True) as ledger:
        assert len(ledger.notes()) == 0
