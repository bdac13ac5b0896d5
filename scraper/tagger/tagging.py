"""Tag every segment of a page with its language: the one door of this room for segments.

Order of the decision, each step for what the ones before left open: no language at all (`undetermined`);
a script that only one language uses (`script`, `languages`); Chinese characters (`chinese`); languages that
share a script, by their sequences of letters and by the rest of the page (`profiles`, `mixture`).
Pure: the same texts give the same tags, whatever was tagged before.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from scraper.model.language import UNDETERMINED, Tagged
from scraper.tagger.autonyms import named
from scraper.tagger.chinese import east_asian
from scraper.tagger.clean import clean
from scraper.tagger.close import look_again
from scraper.tagger.context import NO_CONTEXT, Context, names_of
from scraper.tagger.known import profiles
from scraper.tagger.languages import BY_SCRIPT, SCRIPT_OF, WRITTEN_IN, canonical
from scraper.tagger.mixture import odds, posteriors, prior
from scraper.tagger.profiles import Group, penalties
from scraper.tagger.script import COLUMN, census, majorities
from scraper.tagger.telling import against
from scraper.tagger.trust import trusted
from scraper.tagger.undetermined import named_by_site, undetermined

SURE: Final = 0.99
"""Confidence of what the form or the script of a text says alone."""

IDEOGRAPHIC: Final = frozenset({"Hani", "Kana", "Bopo"})
"""Scripts of Chinese and Japanese, whose texts are decided together."""

Answers = Iterable[tuple[int, str, float]]
"""Place of a text on its page, tag, confidence."""


@dataclass(frozen=True, slots=True)
class _Page:
    """What is known of all the texts of a page before any is tagged; rows and lists run over distinct texts."""

    repeats: NDArray[np.int64]
    """How often each text stands on the page: menus and teasers repeat, and are looked at once."""
    cleaned: list[str]
    """The part of each text that is looked at."""
    counts: NDArray[np.int64]
    """Letters of each script."""
    letters: NDArray[np.int64]
    """Letters of all scripts."""
    scripts: list[str]
    """Script of most letters."""
    script: str
    """Script of most letters of the page."""
    declared: str
    """Declared language of the page in canonical form, or `und`."""


def tag(
    texts: Sequence[str | None],
    declared: str | None = None,
    names: Set[str] = frozenset(),
    *,
    context: Context = NO_CONTEXT,
) -> list[Tagged]:
    """Language of every text of one page, in order.

    `declared` is the language that the page says it has, as it is written there; `names` are case-folded names of
    networks, agencies and brands, which have no language where they stand alone; `context` is what else is known of
    the page. None counts as an empty text. Never raises for any text; raises
    `RulesError` for a folder of profiles that is no good.
    """
    told = [text if isinstance(text, str) else "" for text in texts]
    distinct = Counter(told)
    page = _read(distinct, canonical(declared))
    spoken = _spoken(page, list(distinct), names_of(names), context.outside(told))
    answers: list[tuple[str, float]] = [(UNDETERMINED, SURE)] * len(distinct)
    for at, language, sure in _answers(page, spoken, context):
        answers[at] = (language, sure)
    for at, language in _named(distinct):
        answers[at] = (language, SURE)
    found = trusted(list(distinct), page.letters.tolist(), answers)
    tagged = {
        text: Tagged(WRITTEN_IN.get((language, script), language), sure, SCRIPT_OF.get(language, script))
        for text, script, (language, sure) in zip(distinct, page.scripts, found, strict=True)
    }
    return [tagged[text] for text in told]


def _spoken(page: _Page, distinct: Sequence[str], names: frozenset[str], outside: Mapping[str, str]) -> list[int]:
    """Places of the texts that have a language; `outside` holds the sites of those that link to others."""
    sizes = page.letters.tolist()
    return [
        at
        for at, text in enumerate(distinct)
        if not undetermined(text, sizes[at], names) and not (text in outside and named_by_site(text, outside[text]))
    ]


def _named(distinct: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Yield place and language of the texts that are a language's own name; of Chinese only with its letters."""
    for at, text in enumerate(distinct):
        language = named(text)
        if language is not None and language != "zh":
            yield at, language


def _read(distinct: Mapping[str, int], declared: str) -> _Page:
    """Count letters; `distinct` says of each text how often it stands on the page."""
    cleaned = list(map(clean, distinct))
    counts = census(cleaned)
    repeats = np.fromiter(distinct.values(), np.int64, len(distinct))
    script = majorities((counts * repeats[:, None]).sum(axis=0, keepdims=True))[0]
    return _Page(repeats, cleaned, counts, counts[:, 1:].sum(axis=1), majorities(counts), script, declared)


def _answers(page: _Page, spoken: Sequence[int], context: Context) -> Answers:
    """Answers for the texts at `spoken`, script by script."""
    places: dict[str, list[int]] = {}
    for at in spoken:
        script = page.scripts[at]
        places.setdefault("Hani" if script in IDEOGRAPHIC else script, []).append(at)
    for script, those in places.items():
        group = profiles(context.languages).groups.get(script)
        if group is not None:
            yield from _by_profiles(page, those, group, context)
        elif script == "Hani":
            yield from _by_ideographs(page, those)
        else:
            yield from ((at, BY_SCRIPT[script], SURE) for at in those)


def _by_profiles(page: _Page, places: Sequence[int], group: Group, context: Context) -> Answers:
    texts = [page.cleaned[at] for at in places]
    above = odds(penalties(texts, group), texts)
    for at, said in against(texts, group.tags, context.telling).items():
        above[at] += said
        above[at] -= above[at].min()
    before = prior(group.tags, page.declared, abroad=page.scripts[places[0]] != page.script)
    chances = posteriors(above, page.letters[places], before, repeats=page.repeats[places])
    chances = look_again(texts, group.tags, chances)
    best = [group.tags[column] for column in chances.argmax(axis=1).tolist()]
    return zip(places, best, chances.max(axis=1).round(4).tolist(), strict=True)


def _by_ideographs(page: _Page, places: Sequence[int]) -> Answers:
    texts = [page.cleaned[at] for at in places]
    kana = page.counts[places, COLUMN["Kana"]].tolist()
    ideographs = page.counts[places, COLUMN["Hani"]].tolist()
    answers = east_asian(texts, kana, ideographs, page.repeats[places].tolist(), page.declared)
    yield from ((at, language, round(sure, 4)) for at, (language, sure) in zip(places, answers, strict=True))
