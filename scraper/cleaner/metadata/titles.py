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
HEADING, HEADLINE, ENGINE = "heading", "headline", "engine"
_PLACES: Mapping[str, tuple[str, float]] = {
    "h1": (HEADING, 3.2),
    "h1.many": (HEADING, 2.4),
    "role.title": (HEADING, 2.4),
    "item.title": (HEADING, 1.5),
    "story.headline": (HEADLINE, 3.0),
    "headline": (HEADLINE, 1.0),
    "page.headline": (HEADLINE, 1.0),
    "citation_title": (HEADLINE, 1.5),
    "parsely-title": (HEADLINE, 1.5),
    "sailthru.title": (HEADLINE, 1.5),
    "story.name": (HEADLINE, 0.5),
    "og:title": (ENGINE, 1.6),
    "title": (ENGINE, 1.4),
    "twitter:title": (ENGINE, 0.8),
    "page.name": (ENGINE, 0.6),
}
"""Family and weight of a place: what readers see, what is filed as headline, what is written for search engines.

One person writes the strings of one family, so within it only the first in full and others a little count.
"""
_OTHER = (ENGINE, 0.3)
_AGAIN = 0.4
"""Share of its vote that a second place of a family has when it says the same."""
_SITE_LEFT = 0.3
"""Share of its vote that a string keeps when it carries the site's name."""
_CONFIRMED = 0.9
_GUESSED = 0.45
"""Shares of a vote for a string without a part: one that a heading or headline confirms, and one nothing confirms."""
_ALONE = 0.4
"""Share of its vote that a heading keeps when no other place shares a word with it: "Our blog", "Contact us"."""
_KICKED = 0.6
"""Share of a heading that the headline has at least when a kicker stands before it."""
_LONGEST = 500
_SURE = frozenset({"h1", "h1.many", "story.headline", "item.title", "role.title", "og:title"})


@dataclass(slots=True)
class _Tally:
    """Votes for one string, by family, and what goes with it."""

    text: str
    families: dict[str, float]
    sources: set[Source]

    def add(self, family: str, weight: float) -> None:
        """Count a vote: the heaviest of a family in full, others of it in part."""
        before = self.families.get(family, 0.0)
        self.families[family] = max(before, weight) + _AGAIN * min(before, weight)


def title(candidates: Sequence[Candidate], sites: AbstractSet[str]) -> Choice | None:
    """Return the headline and where it stands, or None where nothing offers one; `sites` are folded site names."""
    usable = [(candidate, key) for candidate in candidates if (key := folded(candidate.value[:_LONGEST]))]
    # Headings come last, because they are compared with what the others say.
    usable.sort(key=lambda offer: _order(offer[0]))
    confirmed = {key for candidate, key in usable if candidate.key in _SURE}
    said = {word for candidate, key in usable if not candidate.key.startswith("h1") for word in key.split()}
    tallies: dict[str, _Tally] = {}
    for candidate, whole in usable:
        family, weight = _PLACES.get(candidate.key, _OTHER)
        if candidate.key.startswith("h1") and said:
            weight *= _ALONE + (1 - _ALONE) * _overlap(whole.split(), said)
        for key, (share, text) in _ballot(candidate.value[:_LONGEST], whole, sites, confirmed).items():
            tally = tallies.setdefault(key, _Tally(text, {}, set()))
            tally.add(family, weight * share)
            tally.sources.add(candidate.source)
        if family == HEADING:
            _without_kicker(whole, tallies, weight)
    if not tallies:
        return None
    best = max(tallies.values(), key=lambda tally: sum(tally.families.values()))
    return Choice((best.text,), tuple(sorted(best.sources, key=list(Source).index)))


def _without_kicker(heading: str, tallies: Mapping[str, _Tally], weight: float) -> None:
    """Let a heading vote for the strings it ends with too: a kicker stands before the headline in one element."""
    for key, tally in tallies.items():
        if heading.endswith(f" {key}") and len(key) > _KICKED * len(heading):
            tally.add(HEADING, weight * _CONFIRMED)


def _order(candidate: Candidate) -> tuple[bool, float]:
    family, weight = _PLACES.get(candidate.key, _OTHER)
    return family == HEADING, -weight


def _overlap(words: Sequence[str], said: AbstractSet[str]) -> float:
    """Return the share of a heading's words that other places say too."""
    return sum(word in said for word in words) / len(words)


def _ballot(
    text: str, whole: str, sites: AbstractSet[str], confirmed: AbstractSet[str]
) -> dict[str, tuple[float, str]]:
    """Return what one place votes for: share of the vote and string, by folded string; `whole` is its text folded."""
    ballot: dict[str, tuple[float, str]] = {}
    kept = _SITE_LEFT if is_site(whole, sites) else 1.0
    for rest, removed in _without_a_part(text):
        key, gone = folded(rest), folded(removed)
        share = _CONFIRMED if key in confirmed else 0.0
        if is_site(gone, sites) and not is_site(key, sites):
            share, kept = 1.0, _SITE_LEFT
        elif not share and text.startswith(rest) and len(removed) < len(rest):
            share = _GUESSED
        if is_site(key, sites):
            share *= _SITE_LEFT
        if key and share > ballot.get(key, (0.0, ""))[0]:
            ballot[key] = (share, rest)
    ballot[whole] = (kept, text)
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
        short, long = sorted((squeezed, name), key=len)
        if len(short) >= 4 and long.startswith(short) | long.endswith(short) and len(part.split()) <= 6:
            return True
    return False
