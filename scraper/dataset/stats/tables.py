"""Counts as tables: names, numbers and shares, ready to be printed, drawn or written as JSON."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from scraper.dataset.stats.tally import Tally
from scraper.model.segment import Role

_STEPS: Final = 20
_MOST: Final = 40


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a report."""

    name: str
    """Its name in JSON."""
    title: str
    """What it shows, for a person."""
    rows: Sequence[tuple[str, int]]
    """Names and counts, in the order in which they are shown."""

    def shares(self) -> Iterator[float]:
        """Yield the share of each row in all that is shown, 0 to 1."""
        total = sum(count for _, count in self.rows)
        return (count / total for _, count in self.rows)


def tables(tally: Tally, hosts: int = 20) -> list[Table]:
    """Return the tables of a data set, those without rows left out."""
    inexact = f" (each may be up to {tally.hosts.error} more)" if tally.hosts.error else ""
    found = [
        Table("records", "Records", [("documents", tally.documents), ("skipped", tally.skipped.total())]),
        Table("skipped", "Skipped, by reason", _ranked(tally.skipped.items())),
        Table("languages", "Languages of stories, by documents", _ranked(tally.languages.items())),
        Table("page_types", "Sorts of pages", _ranked(tally.page_types.items())),
        Table("lengths", "Length of stories, characters", _lengths(tally)),
        Table("confidences", "Confidence of stories", _confidences(tally)),
        Table("roles", "Roles, by segments", _roles(tally.segments)),
        Table("role_chars", "Roles, by characters", _roles(tally.role_chars)),
        Table("segment_languages", "Languages of all text, by characters", _ranked(tally.segment_languages.items())),
        Table("duplicates", "Duplicates", _ranked(tally.duplicates.items())),
        Table("encodings", "Encodings", _ranked(tally.encodings.items())),
        Table("hosts", f"Hosts with most records{inexact}", tally.hosts.top(hosts)),
    ]
    return [table for table in found if any(count for _, count in table.rows)]


def _ranked(items: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    """Return counts, highest first, equal ones by name; behind the first forty one sum."""
    ranked = sorted(items, key=lambda item: (-item[1], item[0]))
    rest = sum(count for _, count in ranked[_MOST:])
    return [*ranked[:_MOST], *([(f"{len(ranked) - _MOST} others", rest)] if rest else [])]


def _roles(counts: dict[str, int]) -> list[tuple[str, int]]:
    """Return the counts of roles in the order of the guide."""
    return [(role.value, counts[role.value]) for role in Role if role.value in counts]


def _lengths(tally: Tally) -> list[tuple[str, int]]:
    """Return how many stories have how many characters, in steps that double."""
    if not tally.lengths:
        return []
    steps = range(min(tally.lengths), max(tally.lengths) + 1)
    return [(f"{1 << step >> 1}–{(1 << step) - 1}" if step else "0", tally.lengths[step]) for step in steps]


def _confidences(tally: Tally) -> list[tuple[str, int]]:
    """Return how many stories are how sure, in steps of a twentieth, from the least that there is."""
    first = min(tally.confidences, default=_STEPS)
    return [
        (f"{step / _STEPS:.2f}–{(step + 1) / _STEPS:.2f}", tally.confidences[step]) for step in range(first, _STEPS)
    ]
