"""What changed between two runs: sums by role, language and field, and the worst pages; bounded whatever the run."""

import heapq
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from scraper.inspector.runs.change import Change

_MOVES: Final = 20
"""Rows of a table of moves."""
_PAGES: Final = 3
"""Moves that are named beside a page."""


@dataclass(slots=True)
class Account:
    """Counts changes as they pass and keeps the worst of them."""

    worst: int
    """How many pages to keep."""
    same: int = 0
    changed: int = 0
    gone: int = 0
    new: int = 0
    roles: Counter[tuple[str, str]] = field(default_factory=Counter)
    role_pages: Counter[tuple[str, str]] = field(default_factory=Counter)
    languages: Counter[tuple[str, str]] = field(default_factory=Counter)
    by_language: Counter[str] = field(default_factory=Counter)
    fields: Counter[str] = field(default_factory=Counter)
    outcomes: Counter[tuple[str, str]] = field(default_factory=Counter)
    _heap: list[tuple[tuple[float, float, int], int, Change]] = field(default_factory=list)

    def add(self, change: Change | None) -> None:
        """Count one page that both runs have."""
        if change is None:
            self.same += 1
            return
        self.changed += 1
        moves: Counter[tuple[str, str]] = Counter()
        for (language, move), count in change.roles.items():
            moves[move] += count
            self.by_language[language] += count
        self.roles.update(moves)
        self.role_pages.update(dict.fromkeys(moves, 1))
        self.languages.update(change.languages)
        self.fields.update(change.fields)
        if change.outcome:
            self.outcomes[change.outcome] += 1
        # Of pages that are equally bad, those that come first stay.
        heapq.heappush(self._heap, (change.badness, -self.changed, change))
        if len(self._heap) > self.worst:
            heapq.heappop(self._heap)

    @property
    def differs(self) -> bool:
        """Whether the runs say anything otherwise."""
        return bool(self.changed or self.gone or self.new)

    def pages(self) -> list[Change]:
        """Return the worst pages, worst first."""
        return [change for _, _, change in sorted(self._heap, key=lambda row: row[:2], reverse=True)]


def lines(account: Account) -> Iterator[str]:
    """Yield the account for a person."""
    both = account.same + account.changed
    yield f"{both} pages in both: {account.same} the same, {account.changed} changed"
    if account.gone or account.new:
        yield f"only in the old run: {account.gone}; only in the new one: {account.new}"
    for title, moves in (("roles of segments", account.roles), ("languages of segments", account.languages)):
        yield from _table(title, moves, account.role_pages if moves is account.roles else None)
    yield from _table("records and skips", account.outcomes, None)
    for title, counts in (("roles changed, by language", account.by_language), ("fields", account.fields)):
        if counts:
            yield f"{title}: {', '.join(f'{name} {count}' for name, count in counts.most_common(_MOVES))}"
    pages = account.pages()
    if pages:
        yield "worst pages (share of the story, share of all text that changed):"
        yield from (f"  {_page(change)}" for change in pages)


def _table(title: str, moves: Counter[tuple[str, str]], pages: Counter[tuple[str, str]] | None) -> Iterator[str]:
    """Yield one table of moves, most frequent first."""
    if not moves:
        return
    yield f"{title}:"
    for move, count in moves.most_common(_MOVES):
        on = f" on {pages[move]} pages" if pages else ""
        yield f"  {count:8}  {move[0]} → {move[1]}{on}"
    if len(moves) > _MOVES:
        yield f"  {sum(moves.values()) - sum(count for _, count in moves.most_common(_MOVES)):8}  others"


def _page(change: Change) -> str:
    """Return one page on one line."""
    if change.outcome:
        return f"{change.outcome[0]} → {change.outcome[1]}  {change.name}"
    moves: Counter[str] = Counter()
    for (_, move), count in change.roles.items():
        moves[f"{move[0]} → {move[1]}"] += count
    for move, count in change.languages.items():
        moves[f"{move[0]} → {move[1]}"] += count
    told = [f"{name} {count}" for name, count in moves.most_common(_PAGES)]
    told += [f"fields {', '.join(change.fields)}"] if change.fields else []
    return f"{change.story:.3f}  {change.text:.3f}  {change.name}  {'; '.join(told)}"


def data(account: Account) -> str:
    """Return the account as JSON."""
    moves = {
        "roles": account.roles,
        "languages": account.languages,
        "outcomes": account.outcomes,
    }
    found: Mapping[str, Any] = {
        **{name: getattr(account, name) for name in ("same", "changed", "gone", "new")},
        **{name: [[*move, count] for move, count in counts.most_common()] for name, counts in moves.items()},
        "by_language": dict(account.by_language.most_common()),
        "fields": dict(account.fields.most_common()),
        "worst": [_data(change) for change in account.pages()],
    }
    return json.dumps(found, ensure_ascii=False, indent=1)


def _data(change: Change) -> Mapping[str, Any]:
    """Return one page as JSON has it."""
    return {
        "page": change.name,
        "story": round(change.story, 4),
        "text": round(change.text, 4),
        "roles": [[language, *move, count] for (language, move), count in change.roles.items()],
        "languages": [[*move, count] for move, count in change.languages.items()],
        "fields": list(change.fields),
        "outcome": list(change.outcome) if change.outcome else None,
    }
