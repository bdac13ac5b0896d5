"""Languages inside a text: a paragraph that quotes another language, cut into stretches of one language each.

Every word is scored by the profiles in every language; the best path through the words pays for each change of
language, more where the script changes too: a single foreign word is a brand or a name, not a quotation.
The languages of the page are cheaper to change to. A text in one language is one span.
"""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from scraper.model.language import UNDETERMINED, Span, Tagged
from scraper.model.options import Options
from scraper.tagger.choice import EAST_ASIAN, choose
from scraper.tagger.clean import clean
from scraper.tagger.detectors import DETECTORS
from scraper.tagger.languages import RARE, WRITTEN_IN
from scraper.tagger.path import COSTS, Costs, States, best_path
from scraper.tagger.script import WEIGHT, census, majorities
from scraper.tagger.tagging import IDEOGRAPHIC, tag
from scraper.tagger.words import words

IDEOGRAPHS: Final = "Hani"
"""Stands for all languages in Chinese characters, which are told apart when the stretches are known."""

_DEFAULTS: Final = Options()


@dataclass(frozen=True, slots=True)
class _Setting:
    """What holds for all texts of a page."""

    known: Mapping[str, tuple[str, ...]]
    """Languages by the script of a word."""
    page: Set[str]
    """States that some text of the page is in."""
    options: Options
    """What the caller chose."""
    costs: Costs
    """The scalars."""


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a text; lists are parallel."""

    places: list[tuple[int, int]]
    """First character and end."""
    cleaned: list[str]
    """What of each is looked at."""
    scripts: list[str]
    """Script of most letters, `Hani` for all of Chinese and Japanese."""
    letters: NDArray[np.int64]
    """Letters of each."""
    capital: NDArray[np.bool_]
    """Whether the first letter of each is a capital one."""


def find_spans(
    texts: Sequence[str | None], tagged: Sequence[Tagged], options: Options = _DEFAULTS, costs: Costs = COSTS
) -> list[tuple[Span, ...]]:
    """Stretches of one language of every text of a page, in order, with nothing but spaces between them.

    `tagged` are the answers of `tag` for the same texts and options. A text without words has no span.
    """
    setting = _Setting(_candidates(options), _states_of(one.tag for one in tagged), options, costs)
    return [
        _spans(text if isinstance(text, str) else "", own, setting) for text, own in zip(texts, tagged, strict=True)
    ]


def _candidates(options: Options) -> Mapping[str, tuple[str, ...]]:
    """Languages by script: of those that the options allow, the ones that words can be scored in."""
    choice, scored = choose(options), DETECTORS["profiles"].languages()
    known = {
        script: tuple(one for one in tags if one in scored.get(script, tags)) or tags[:1]
        for script, tags in choice.candidates.items()
        if tags
    }
    return known | ({IDEOGRAPHS: (IDEOGRAPHS,)} if choice.east_asian else {})


def _states_of(tags: Iterable[str]) -> frozenset[str]:
    """Return the states that stand for tags."""
    return frozenset(IDEOGRAPHS if one in EAST_ASIAN else one.partition("-")[0] for one in tags)


def _spans(text: str, own: Tagged, setting: _Setting) -> tuple[Span, ...]:
    places = words(text)
    if not places:
        return ()
    whole = (Span(places[0][0], len(text.rstrip()), own.tag),)
    if len(places) < 2 or own.tag == UNDETERMINED:
        return whole
    read = _read(text, places)
    there = [script for script in dict.fromkeys(read.scripts) if script in setting.known]
    pairs = [(one, script) for script in there for one in setting.known[script]]
    states = States(tuple(one for one, _ in pairs), tuple(script for _, script in pairs))
    if len(states.tags) < 2:
        return whole
    stretches = [
        list(run) for _, run in groupby(enumerate(_path(read, states, own, setting)), key=lambda pair: pair[1])
    ]
    if len(stretches) < 2:
        return whole
    edges = [*(places[run[0][0]][0] for run in stretches), len(text)]
    bounds = [(first, first + len(text[first:end].rstrip())) for first, end in pairwise(edges)]
    return tuple(
        Span(first, end, _name(pairs[run[0][1]], text[first:end], own, setting.options))
        for (first, end), run in zip(bounds, stretches, strict=True)
    )


def _read(text: str, places: list[tuple[int, int]]) -> _Words:
    cleaned = [clean(text[first:end]) for first, end in places]
    counts = census(cleaned)
    scripts = [IDEOGRAPHS if name in IDEOGRAPHIC else name for name in majorities(counts)]
    initials = (next(filter(str.isalpha, text[first:end]), "") for first, end in places)
    capital = np.array([initial.isupper() for initial in initials])
    return _Words(places, cleaned, scripts, counts[:, 1:].sum(axis=1), capital)


def _path(read: _Words, states: States, own: Tagged, setting: _Setting) -> list[int]:
    costs = setting.costs
    first = _states_of([own.tag])
    unseen = [costs.unseen + (costs.rare if one in RARE else 0.0) for one in states.tags]
    begin, entry = (
        np.array([0.0 if one in cheap else cost for one, cost in zip(states.tags, unseen, strict=True)])
        for cheap in (first, setting.page | first)
    )
    return best_path(_word_costs(read, states, costs), states, begin, entry, costs)


def _word_costs(read: _Words, states: States, costs: Costs) -> NDArray[np.float64]:
    """Cost of each word in each language, shape (words, states)."""
    weights = np.array([WEIGHT.get(script, 0) for script in read.scripts])
    strange = costs.strange * weights * read.letters
    found = np.repeat(strange[:, None], len(states.tags), axis=1)
    for first, end in states.groups():
        script, tags = states.scripts[first], states.tags[first:end]
        places = [at for at, one in enumerate(read.scripts) if one == script]
        found[places, first:end] = 0.0
        if len(tags) > 1:
            texts = [read.cleaned[at] for at in places]
            worth = costs.temperature * np.where(read.capital[places], costs.capital, 1.0)
            found[places, first:end] = worth[:, None] * DETECTORS["profiles"].penalties(texts, script, tags)
    return found


def _name(state: tuple[str, str], stretch: str, own: Tagged, options: Options) -> str:
    """Return the tag of a stretch."""
    language, script = state
    if language != IDEOGRAPHS:
        return WRITTEN_IN.get((language, script), language)
    return own.tag if own.tag in EAST_ASIAN else tag([stretch], options=options)[0].tag
