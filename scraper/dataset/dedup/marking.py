"""From groups to the marks of records."""

from collections.abc import Iterator
from typing import Any

from scraper.dataset.dedup.groups import Keep, grouped, kept
from scraper.dataset.dedup.ledger import Ledger
from scraper.dataset.dedup.minhash import LEAST
from scraper.model.document import Duplicate


def marks(ledger: Ledger, keep: Keep, least: float = LEAST) -> Iterator[Duplicate]:
    """Yield the mark of every document that was noted, in order; `least`: the share in common of near ones."""
    notes = ledger.notes()
    firsts = grouped(notes, ledger.signatures(), least)
    for number, (first, best) in enumerate(zip(firsts, kept(firsts, notes["chars"], keep), strict=True)):
        group = _key(notes[first])
        if number == best:
            yield Duplicate(group, None, None)
        else:
            how = "exact" if _key(notes[number]) == _key(notes[best]) else "near"
            yield Duplicate(group, ledger.source(notes[best]), how)


def _key(note: Any) -> str:
    """Return the key of a story as records have it."""
    key = f"{int(note['high']):016x}{int(note['low']):016x}"
    return key if int(key, 16) else ""
