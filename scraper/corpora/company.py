"""Which guest comes to which host: the same language, a related one, or any, so that all pairs of languages occur."""

import random
from collections.abc import Iterable, Sequence
from typing import Final

from scraper.corpora.guests import Guest

_FAMILIES: Final = tuple(
    frozenset(family.split())
    for family in (
        "es pt gl ca",
        "it ro",
        "it es fr",
        "cs sk",
        "pl cs sk",
        "ru uk be bg",
        "bg mk sr",
        "nb nn da sv",
        "hr sr bs sl",
        "de nl af",
        "id ms tl",
        "fa ar ur",
        "hi mr",
        "tr az",
        "zh-Hans zh-Hant zh ja",
        "fi et",
        "lt lv",
    )
)
"""Languages that are hard to tell apart, or share a script that few others have."""
_SAME, _RELATED = 0.2, 0.5
"""Below the first: a guest in the host's language; below the second: in a related one; else in any."""


def are_related(one: str, other: str) -> bool:
    """Whether two languages are different ones of a family."""
    return one != other and any(one in family and other in family for family in _FAMILIES)


class Company:
    """The guests there are, by language."""

    def __init__(self, guests: Iterable[Guest]) -> None:
        self._guests: dict[str, list[Guest]] = {}
        for guest in guests:
            self._guests.setdefault(guest.language, []).append(guest)

    def draw(self, language: str, chance: random.Random) -> Guest | None:
        """Return a guest for a host of this language: first a language, each as likely as any, then a story in it."""
        offered = self._offered(language, chance.random())
        return chance.choice(self._guests[chance.choice(offered)]) if offered else None

    def _offered(self, language: str, kind: float) -> Sequence[str]:
        """Return the languages to draw from; any where there is no guest of the kind wanted."""
        if kind < _SAME and language in self._guests:
            return [language]
        related = sorted(other for other in self._guests if are_related(language, other))
        return related if related and kind < _RELATED else sorted(self._guests)
