"""The languages of a whole page, from those of its segments."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from scraper.model.language import UNDETERMINED, Shares, Tagged
from scraper.tagger.script import letters


def shares(tagged: Sequence[Tagged], texts: Sequence[str], story: Sequence[int]) -> Shares:
    """Add up the letters of each language; the page's tag is that of most letters of its story.

    `story` holds the places of the story's segments in `tagged` and `texts`; where they have no language, all
    segments count. Text without a language counts only where there is nothing else.
    """
    weights = letters(texts)
    page = _shares(tagged, weights, range(len(tagged)))
    told = story if UNDETERMINED not in _shares(tagged, weights, story) else ()
    main = _shares(tagged, weights, told) or page
    places = told if main is not page else range(len(tagged))
    tag = next(iter(main), UNDETERMINED)
    sure = main.get(tag, 0.0) * _confidence(tagged, weights, [at for at in places if tagged[at].tag == tag])
    return Shares(tag, round(sure, 4), page)


def _shares(tagged: Sequence[Tagged], weights: Sequence[int], places: Iterable[int]) -> Mapping[str, float]:
    """Share of each language among the letters at `places`, largest first, equals in order of their names."""
    sums: dict[str, int] = {}
    for at in places:
        sums[tagged[at].tag] = sums.get(tagged[at].tag, 0) + weights[at]
    known = {tag: size for tag, size in sums.items() if size and tag != UNDETERMINED}
    known = known or {tag: size for tag, size in sums.items() if size}
    total = sum(known.values())
    order = sorted(known, key=lambda tag: (-known[tag], tag))
    return MappingProxyType({tag: known[tag] / total for tag in order})


def _confidence(tagged: Sequence[Tagged], weights: Sequence[int], places: Sequence[int]) -> float:
    """Mean confidence at `places`, weighted by letters."""
    total = sum(weights[at] for at in places)
    return sum(tagged[at].confidence * weights[at] for at in places) / total if total else 0.0
