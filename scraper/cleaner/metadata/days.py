"""The day a page was published: places vote for days, because each of them is wrong in its own way.

Systems stamp JSON-LD and microdata with the day a record was made or last built; the day for social networks is set
more carefully; the day printed under the headline is the one the page goes by. No place wins against two others.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from scraper.cleaner.metadata.candidate import Candidate, Choice, Source

Read = Callable[[str], str | None]
Dated = Sequence[tuple[Candidate, str]]

_VOTES: Mapping[Source, float] = {
    Source.OPENGRAPH: 2.1,
    Source.VISIBLE: 2.0,
    Source.JSON_LD: 1.5,
    Source.META: 1.0,
    Source.MICRODATA: 1.0,
    Source.URL: 1.0,
}
_DECLARED = frozenset({Source.OPENGRAPH, Source.JSON_LD, Source.META, Source.MICRODATA})
_PRINTED = (
    frozenset({"near.bare"}),
    frozenset({"time.published", "time.updated", "time", "class.date"}),
    frozenset({"role.byline"}),
)
"""Places of the printed day, the closer ones first; a place with several days does not tell which is the story's."""
_ANYWHERE = ("stored", "page.date", "aside.date")
"""Dates of the whole page, read only where no other place gives one, and believed only if all are of one day."""


def published(candidates: Sequence[Candidate], changes: Sequence[Candidate], read: Read) -> Choice | None:
    """Return the day with most votes, with the time of day where a place that names this day gives it.

    `changes` are the candidates for the last change: where a page prints no other day, that one votes as printed.
    """
    dated = _dated(candidates, read)
    close = [(candidate, value) for candidate, value in dated if candidate.key not in _ANYWHERE]
    if not close:
        return next((choice for key in _ANYWHERE if (choice := _only(dated, key))), None)
    if not any(candidate.source in _DECLARED for candidate, _ in close):
        return _choice(close, _day(close[0][1]))
    votes = _votes(close, _printed(close) or _printed(_dated(changes, read)))
    return _choice([*close, *_dated(changes, read)], max(votes, key=lambda day: votes[day]))


def _only(dated: Dated, key: str) -> Choice | None:
    """Return the day of one place where it names only one."""
    found = [(candidate, value) for candidate, value in dated if candidate.key == key]
    return _choice(found, _day(found[0][1])) if _single(found) else None


def _dated(candidates: Sequence[Candidate], read: Read) -> Dated:
    """Return the candidates that can be read, with what they read."""
    return [(candidate, value) for candidate in candidates if (value := read(candidate.value))]


def _votes(dated: Dated, printed: Sequence[str]) -> dict[str, float]:
    """Return the votes for each day: one a source, the printed day as near to a declared one as time zones allow."""
    votes: dict[str, float] = {}
    firsts = {candidate.source: value for candidate, value in reversed(dated) if candidate.source in _VOTES}
    firsts.pop(Source.VISIBLE, None)
    for source, value in sorted(firsts.items(), key=lambda first: -_VOTES[first[0]]):
        votes[_day(value)] = votes.get(_day(value), 0.0) + _VOTES[source]
    if printed:
        near = (day for apart in (0, 1) for day in votes if any(_apart(day, seen) == apart for seen in printed))
        day = next(near, printed[0] if len(printed) == 1 else None)
        if day:
            votes[day] = votes.get(day, 0.0) + _VOTES[Source.VISIBLE]
    return votes


def _printed(dated: Dated) -> list[str]:
    """Return the days printed close to the heading, or else in the places that are made for it."""
    for keys in _PRINTED:
        found = [_day(value) for candidate, value in dated if candidate.key in keys]
        if found:
            return list(dict.fromkeys(found))
    return []


def _single(dated: Dated) -> bool:
    """Whether all dates are of one day."""
    return len({_day(value) for _, value in dated}) == 1


def _choice(dated: Dated, day: str) -> Choice:
    """Return the day as its best place gives it, a place with the time of day before those without."""
    same = [(value, candidate.source) for candidate, value in dated if _day(value) == day]
    exact = (value for value, _ in same if "T" in value)
    return Choice((next(exact, day),), tuple(dict.fromkeys(source for _, source in same)))


def _day(value: str) -> str:
    return value[:10]


def _apart(left: str, right: str) -> int:
    return abs((date.fromisoformat(left) - date.fromisoformat(right)).days)
