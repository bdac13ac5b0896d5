"""Which string is the headline: agreement among those that offer one, with the site's name taken off.

Pages write their title in four or five places, with the site's name before or behind it in some of them. Every
place votes for what it says, and for what it says without a part; the string with most votes wins.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from scraper.cleaner.metadata.candidate import Candidate, Choice, Source
from scraper.cleaner.metadata.wording import folded

_CJK = r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
_BREAK = re.compile(rf"\s+(?:[-–—|·•:»«/~<>›‹]+|:::?)\s+|\s*[|_»]+\s*|\s*[-—]{{2,}}\s*|(?<={_CJK})[-–](?={_CJK})")
_VOTES: Mapping[str, float] = {
    "role.title": 2.0,
    "h1": 3.2,
    "story.headline": 2.6,
    "og:title": 1.6,
    "item.title": 1.5,
    "citation_title": 1.5,
    "parsely-title": 1.5,
    "sailthru.title": 1.5,
    "title": 1.4,
    "h1.many": 1.3,
    "twitter:title": 0.8,
    "headline": 0.8,
    "page.headline": 0.8,
    "page.name": 0.6,
    "dcterms.title": 0.6,
    "dc.title": 0.6,
    "story.name": 0.5,
    "work.name": 0.5,
    "work.headline": 0.5,
}
"""Weight of a place, by how often it is right when places disagree; others count a little."""
_OTHER = 0.3
_SITE_LEFT = 0.3
"""Share of its vote that a string keeps when it carries the site's name."""
_CONFIRMED = 0.9
_GUESSED = 0.45
"""Shares of a vote for a string without a part: one that a heading or headline confirms, and one nothing confirms."""
_SURE = frozenset({"h1", "h1.many", "story.headline", "item.title", "role.title", "og:title"})


@dataclass(slots=True)
class _Tally:
    """Votes for one string."""

    votes: float
    text: str
    sources: set[Source]


def title(candidates: Sequence[Candidate], sites: AbstractSet[str]) -> Choice | None:
    """Return the headline and where it stands, or None where nothing offers one; `sites` are folded site names."""
    usable = [candidate for candidate in candidates if 0 < len(candidate.value) <= 500 and folded(candidate.value)]
    usable.sort(key=lambda candidate: -_VOTES.get(candidate.key, _OTHER))
    confirmed = {folded(candidate.value) for candidate in usable if candidate.key in _SURE}
    tallies: dict[str, _Tally] = {}
    for candidate in usable:
        weight = _VOTES.get(candidate.key, _OTHER)
        for key, (share, text) in _ballot(candidate.value, sites, confirmed).items():
            tally = tallies.setdefault(key, _Tally(0.0, text, set()))
            tally.votes += weight * share
            tally.sources.add(candidate.source)
    if not tallies:
        return None
    best = max(tallies.values(), key=lambda tally: tally.votes)
    return Choice((best.text,), tuple(sorted(best.sources, key=list(Source).index)))


def _ballot(text: str, sites: AbstractSet[str], confirmed: AbstractSet[str]) -> dict[str, tuple[float, str]]:
    """Return what one place votes for: folded string to share of the vote and the string."""
    ballot: dict[str, tuple[float, str]] = {}
    whole = _SITE_LEFT if is_site(folded(text), sites) else 1.0
    for rest, removed in _without_a_part(text):
        key, gone = folded(rest), folded(removed)
        share = _CONFIRMED if key in confirmed else 0.0
        if is_site(gone, sites) and not is_site(key, sites):
            share, whole = 1.0, _SITE_LEFT
        elif not share and text.startswith(rest) and len(removed) < len(rest):
            share = _GUESSED
        if key and share > ballot.get(key, (0.0, ""))[0]:
            ballot[key] = (share, rest)
    ballot[folded(text)] = (whole, text)
    return ballot


def _without_a_part(text: str) -> Iterator[tuple[str, str]]:
    """Yield the text without what stands behind each break, and without what stands before it."""
    for match in list(_BREAK.finditer(text))[:6]:
        yield text[: match.start()], text[match.end() :]
        yield text[match.end() :], text[: match.start()]


def is_site(part: str, sites: AbstractSet[str]) -> bool:
    """Whether a folded string is the name of the site, spaces aside, or a longer or shorter form of it."""
    squeezed = part.replace(" ", "")
    if not squeezed:
        return False
    for site in sites:
        name = site.replace(" ", "")
        if squeezed == name:
            return True
        if min(len(squeezed), len(name)) >= 4 and (squeezed.startswith(name) or name.startswith(squeezed)):
            return len(part.split()) <= 6
    return False
