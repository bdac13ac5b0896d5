"""The languages of a whole page, from those of its segments."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from scraper.model.language import UNDETERMINED, Shares, Tagged
from scraper.tagger.script import letters

PARALLEL: Final = 0.25
"""Share of the story, dense scripts weighed, that each language of a page in several has at least."""
LEAST: Final = 100
"""Letters, dense scripts weighed, that each of them has at least: a quoted line is no second language."""
DENSE: Final = frozenset({"Hans", "Hant", "Hani", "Jpan", "Kore", "Hang"})
"""Scripts that say in one letter what others say in three."""
SURE: Final = 0.9
"""Mean confidence of a language that a page can be in side by side with another: close relatives are confused."""


def shares(tagged: Sequence[Tagged], texts: Sequence[str | None], story: Sequence[int]) -> Shares:
    """Add up the letters of each language; the page's tag is that of most letters of its story.

    `story` holds the places of the story's segments in `tagged` and `texts`; where they have no language, all
    segments count. Text without a language counts only where there is nothing else.
    """
    weights = letters([text if isinstance(text, str) else "" for text in texts])
    tags = [tag for tag, _, _ in tagged]
    page, told = _shares(tags, weights), _shares([tags[at] for at in story], [weights[at] for at in story])
    there = bool(told) and UNDETERMINED not in told
    main, places = (told, story) if there else (page, range(len(tagged)))
    tag = next(iter(main), UNDETERMINED)
    sure = main.get(tag, 0.0) * _confidence(tagged, weights, [at for at in places if tags[at] == tag])
    return Shares(tag, round(sure, 4), page, told, _parallel(tagged, weights, story) if len(told) > 1 else ())


def _parallel(tagged: Sequence[Tagged], weights: Sequence[int], story: Sequence[int]) -> tuple[str, ...]:
    """Return the languages that the story stands in side by side, if there are several."""
    weighed = [weight * (3 if one.script in DENSE else 1) for weight, one in zip(weights, tagged, strict=True)]
    tags, parts = [tagged[at].tag for at in story], [weighed[at] for at in story]
    sizes = _sizes(tags, parts)
    found = [
        tag
        for tag, share in _shares(tags, parts).items()
        if tag != UNDETERMINED
        and share >= PARALLEL
        and sizes[tag] >= LEAST
        and _confidence(tagged, weighed, [at for at in story if tagged[at].tag == tag]) >= SURE
    ]
    return tuple(found) if len(found) > 1 else ()


def _shares(tags: Sequence[str], weights: Sequence[int]) -> Mapping[str, float]:
    """Share of each language among letters, largest first, equals in order of their names."""
    sums = _sizes(tags, weights)
    known = {tag: size for tag, size in sums.items() if size and tag != UNDETERMINED}
    known = known or {tag: size for tag, size in sums.items() if size}
    total = sum(known.values())
    order = sorted(known, key=lambda tag: (-known[tag], tag))
    return MappingProxyType({tag: known[tag] / total for tag in order})


def _sizes(tags: Sequence[str], weights: Sequence[int]) -> dict[str, int]:
    """Letters of each language."""
    sums: dict[str, int] = {}
    for tag, weight in zip(tags, weights, strict=True):
        sums[tag] = sums.get(tag, 0) + weight
    return sums


def _confidence(tagged: Sequence[Tagged], weights: Sequence[int], places: Sequence[int]) -> float:
    """Mean confidence at `places`, weighted by letters."""
    total = sum(weights[at] for at in places)
    return sum(tagged[at].confidence * weights[at] for at in places) / total if total else 0.0
