"""What is otherwise between two records of one page."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from scraper.inspector.pairing import pair
from scraper.inspector.runs.rows import Row
from scraper.model.segment import Role

NOTHING: Final = "–"
"""Stands for the role or language of a text that is not there."""
_FIELDS: Final = (
    *("title", "authors", "published", "modified", "site", "image", "section", "tags", "description", "license"),
    *("canonical_url", "page_type"),
)
Move = tuple[str, str]
"""What a label was and what it is now."""


@dataclass(frozen=True, slots=True)
class Change:
    """One page on which something is otherwise."""

    name: str
    """Address or source of the page."""
    story: float
    """Share of the characters of both stories that only one of them has, 0 to 1."""
    text: float
    """Share of the characters of all segments whose label or presence changed, 0 to 1."""
    roles: Mapping[tuple[str, Move], int]
    """Number of segments by language (the new one, or the old of what is gone) and move of roles."""
    languages: Mapping[Move, int]
    """Number of segments by move of languages."""
    fields: tuple[str, ...]
    """Fields that have another value."""
    outcome: Move | None = None
    """Where a page became a record or a skip, or is skipped for another reason: what it was and is."""

    @property
    def badness(self) -> tuple[float, float, int]:
        """By which pages are ranked: the story first, then all other text, then fields."""
        return (1.0 if self.outcome else self.story, self.text, len(self.fields))


def compare(name: str, old: Row, new: Row) -> Change | None:
    """Return what is otherwise, None where the records say the same; confidences and versions do not count."""
    outcomes = _outcome(old), _outcome(new)
    if outcomes != ("record", "record"):
        return Change(name, 0.0, 0.0, {}, {}, (), outcomes) if outcomes[0] != outcomes[1] else None
    fields = tuple(name for name in _FIELDS if old.get(name) != new.get(name))
    if _tag(old) != _tag(new):
        fields = (*fields, "language")
    before, after = old["segments"], new["segments"]
    moves = list(_moves(before, after))
    roles = Counter((lang, role) for lang, role, _, _ in moves if role[0] != role[1])
    languages = Counter(move for _, _, move, _ in moves if move[0] != move[1] and NOTHING not in move)
    if not (fields or roles or languages or old.get("text") != new.get("text")):
        return None
    changed = sum(size for _, role, move, size in moves if role[0] != role[1] or move[0] != move[1])
    everything = sum(len(segment["text"]) for segment in (*before, *after))
    return Change(name, _story(old, new), min(1.0, changed / max(1, everything)), roles, languages, fields)


def _outcome(row: Row) -> str:
    """Return what a page gave: a record, or the reason of its skip."""
    return str(row.get("skipped") or "record")


def _tag(row: Row) -> object:
    """Return the language of a record."""
    language = row.get("language")
    return language.get("tag") if isinstance(language, dict) else language


def _moves(before: Sequence[Row], after: Sequence[Row]) -> Iterator[tuple[str, Move, Move, int]]:
    """Yield for each segment its language, the moves of role and language, and how many characters that concerns."""
    if [segment["text"] for segment in before] == [segment["text"] for segment in after]:
        pairs: Any = ((index, index) for index in range(len(before)))
    else:
        pairs = pair([segment["text"] for segment in before], [segment["text"] for segment in after])
    for left, right in pairs:
        old, new = before[left] if left is not None else None, after[right] if right is not None else None
        known = new or old or {}
        role = (old["role"] if old else NOTHING, new["role"] if new else NOTHING)
        language = (old["lang"] if old else NOTHING, new["lang"] if new else NOTHING)
        # A label that moved concerns the text in both records, one that came or went in one.
        yield known["lang"], role, language, len(known["text"]) * ((old is not None) + (new is not None))


def _story(old: Row, new: Row) -> float:
    """Return the share of two stories that only one of them has, counted by segments."""
    if old.get("text") == new.get("text"):
        return 0.0
    stories = [_told(row) for row in (old, new)]
    both = sum(len(text) * count for text, count in (stories[0] & stories[1]).items())
    total = sum(len(text) * count for story in stories for text, count in story.items())
    return 1 - 2 * both / total if total else 1.0


def _told(row: Row) -> Counter[str]:
    """Return the texts of a story with how often they stand in it."""
    return Counter(segment["text"] for segment in row["segments"] if segment["role"] == Role.BODY)
