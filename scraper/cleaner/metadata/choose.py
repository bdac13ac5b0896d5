"""How the value of a field is chosen among its candidates; all decisions of this room that are not about titles."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from scraper.cleaner.metadata.candidate import Candidate, Choice, Field, Source
from scraper.cleaner.metadata.names import names
from scraper.cleaner.metadata.ranks import RANKS
from scraper.cleaner.metadata.titles import is_site
from scraper.cleaner.metadata.wording import folded, tidy
from scraper.cleaner.metadata.words import Words

_LAST = 10_000
_ACCOUNT = re.compile(r"[a-z]\w*[._]\w+|[A-Z]?[a-z]+(?:\d+|[A-Z])")
_COMMA = re.compile("[,،、，;；]")
_MOST_TAGS = 50
_ONE_ONLY = frozenset({"class.author", "near.byline", "near.beside", "aside.author"})
"""Places whose later values are other stories' authors."""


def ranked(candidates: Iterable[Candidate]) -> Mapping[Field, Sequence[Candidate]]:
    """Return the candidates of each field, most believed first, page order within one place."""
    by_field: dict[Field, list[Candidate]] = {field: [] for field in Field}
    for candidate in sorted(candidates, key=_rank):
        by_field[candidate.field].append(candidate)
    return by_field


def _rank(candidate: Candidate) -> int:
    ranks = RANKS.get(candidate.field)
    return ranks.get(candidate.key, _LAST) if ranks else _LAST


def one(candidates: Sequence[Candidate], read: Callable[[str], str | None]) -> Choice | None:
    """Return the first value that can be read, as it reads, with the places that say the same."""
    for candidate in candidates:
        value = read(candidate.value)
        if value:
            said = {candidate.value, value}
            return Choice((value,), tuple(dict.fromkeys(other.source for other in candidates if other.value in said)))
    return None


def day(candidates: Sequence[Candidate], read: Callable[[str], str | None]) -> Choice | None:
    """Return the first date that can be read; of places that give the same day, the first that gives the time."""
    values = _readable(candidates, read)
    choice = _agreed(values, _day_of)
    if choice is None:
        return None
    exact = (value for value, _ in values if "T" in value and _day_of(value) == _day_of(choice.values[0]))
    return Choice((next(exact, choice.values[0]),), choice.sources)


def _readable(candidates: Sequence[Candidate], read: Callable[[str], str | None]) -> list[tuple[str, Source]]:
    return [(value, candidate.source) for candidate in candidates if (value := read(candidate.value))]


def _day_of(value: str) -> str:
    return value[:10]


def _agreed(values: Sequence[tuple[str, Source]], key: Callable[[str], str]) -> Choice | None:
    """Return the first value with all sources whose value has the same key."""
    if not values:
        return None
    best = values[0][0]
    agreeing = dict.fromkeys(source for value, source in values if key(value) == key(best))
    return Choice((best,), tuple(agreeing))


def authors(candidates: Sequence[Candidate], words: Words, sites: AbstractSet[str]) -> Choice | None:
    """Return the names of the place believed first that has any; the site itself only where nobody else is named."""
    offers = list(_offers(candidates, words))
    best = next((people for people, _ in offers if _persons(people, sites)), offers[0][0] if offers else ())
    if not best:
        return None
    same = set(map(folded, best))
    return Choice(best, tuple(dict.fromkeys(source for people, source in offers if set(map(folded, people)) == same)))


def _persons(people: Sequence[str], sites: AbstractSet[str]) -> bool:
    """Whether a place names persons: neither the site, nor an account such as `jane.doe` or `JaneD`."""
    return not all(is_site(folded(name), sites) or _ACCOUNT.fullmatch(name) for name in people)


def _offers(candidates: Sequence[Candidate], words: Words) -> Iterable[tuple[tuple[str, ...], Source]]:
    """Yield the names each place gives, places in order of belief, those without names left out."""
    places: dict[str, list[Candidate]] = {}
    for candidate in candidates:
        places.setdefault(candidate.key, []).append(candidate)
    for key, members in places.items():
        values = [member.value for member in members]
        people = names(values[:1] if key in _ONE_ONLY else values, words)
        if people:
            yield people, members[0].source


def tags(candidates: Sequence[Candidate]) -> Choice | None:
    """Return the keywords of the place believed first, each once; one string with commas is a list."""
    values = [candidate.value for candidate in candidates if candidate.key == candidates[0].key]
    parts = _COMMA.split(values[0]) if len(values) == 1 else values
    found: dict[str, str] = {}
    for part in parts:
        if folded(part):
            found.setdefault(folded(part), tidy(part))
    return Choice(tuple(found.values())[:_MOST_TAGS], (candidates[0].source,)) if found else None
