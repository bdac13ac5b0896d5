"""Tag every segment of a page with its language: the one door of this room for segments.

Order of the decision, each step for what the ones before left open: no language at all (`undetermined`);
a script that only one language uses (`script`, `languages`); Chinese characters (`chinese`); languages that
share a script, by a detector and by the rest of the page (`detectors`, `mixture`, `second`, `close`).
Pure: the same texts give the same tags, whatever was tagged before.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from scraper.model.language import UNDETERMINED, Tagged
from scraper.model.options import Options
from scraper.tagger.autonyms import named
from scraper.tagger.chinese import east_asian
from scraper.tagger.choice import Choice, choose
from scraper.tagger.clean import clean
from scraper.tagger.close import look_again
from scraper.tagger.context import NO_CONTEXT, Context, names_of
from scraper.tagger.languages import SCRIPT_OF, WRITTEN_IN, canonical
from scraper.tagger.mixture import KNOBS, odds, posteriors, prior
from scraper.tagger.script import COLUMN, census, majorities
from scraper.tagger.second import reconsider
from scraper.tagger.telling import against
from scraper.tagger.trust import trusted
from scraper.tagger.undetermined import named_by_site, undetermined

SURE: Final = 0.99
"""Confidence of what the form or the script of a text says alone."""

IDEOGRAPHIC: Final = frozenset({"Hani", "Kana", "Bopo"})
"""Scripts of Chinese and Japanese, whose texts are decided together."""

_DEFAULTS: Final = Options()

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
    options: Options = _DEFAULTS,
    *,
    context: Context = NO_CONTEXT,
) -> list[Tagged]:
    """Language of every text of one page, in order.

    `declared` is the language that the page says it has, as it is written there; `names` are case-folded names of
    networks, agencies and brands, which have no language where they stand alone; `context` is what else is known of
    the page. None counts as an empty text. Never raises for any text; raises
    `UsageError`, `RulesError` and `MissingExtraError` for options that cannot be met.
    """
    return tag_as(choose(options), texts, declared, names, context)


def tag_as(
    choice: Choice,
    texts: Sequence[str | None],
    declared: str | None = None,
    names: Set[str] = frozenset(),
    context: Context = NO_CONTEXT,
) -> list[Tagged]:
    """Do what `tag` does, with options that are resolved already."""
    told = [text if isinstance(text, str) else "" for text in texts]
    distinct = Counter(told)
    page = _read(distinct, canonical(declared))
    spoken = _spoken(page, list(distinct), names_of(names), context.outside(told))
    answers: list[tuple[str, float]] = [(UNDETERMINED, SURE)] * len(distinct)
    for at, language, sure in _answers(page, spoken, choice, context):
        answers[at] = (language, sure)
    for at, language in _named(distinct, choice.allowed if choice.restricted else None):
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


def _named(distinct: Iterable[str], allowed: Set[str] | None) -> Iterator[tuple[int, str]]:
    """Yield place and language of the texts that are a language's own name; of Chinese only with its letters.

    Only languages in `allowed` may be the answer, if it is not None.
    """
    for at, text in enumerate(distinct):
        language = named(text)
        if language is not None and language != "zh" and (allowed is None or language in allowed):
            yield at, language


def _read(distinct: Mapping[str, int], declared: str) -> _Page:
    """Count letters; `distinct` says of each text how often it stands on the page."""
    cleaned = list(map(clean, distinct))
    counts = census(cleaned)
    repeats = np.fromiter(distinct.values(), np.int64, len(distinct))
    script = majorities((counts * repeats[:, None]).sum(axis=0, keepdims=True))[0]
    return _Page(repeats, cleaned, counts, counts[:, 1:].sum(axis=1), majorities(counts), script, declared)


def _answers(page: _Page, spoken: Sequence[int], choice: Choice, context: Context) -> Answers:
    """Answers for the texts at `spoken`, script by script."""
    places: dict[str, list[int]] = {}
    for at in spoken:
        script = page.scripts[at]
        places.setdefault("Hani" if script in IDEOGRAPHIC else script, []).append(at)
    for script, those in places.items():
        tags = choice.candidates.get(script, ())
        if script == "Hani":
            yield from _by_ideographs(page, those, choice.east_asian)
        elif len(tags) > 1:
            yield from _by_detector(page, those, choice, context)
        else:
            yield from ((at, tags[0] if tags else UNDETERMINED, SURE) for at in those)


def _by_detector(page: _Page, places: Sequence[int], choice: Choice, context: Context) -> Answers:
    script = page.scripts[places[0]]
    texts, tags = [page.cleaned[at] for at in places], choice.candidates[script]
    knobs = replace(KNOBS, temperature=choice.detector.temperature)
    above = odds(choice.detector.penalties(texts, script, tags), texts, knobs)
    for at, said in against(texts, tags, context.telling).items():
        above[at] += said
        above[at] -= above[at].min()
    before = prior(tags, page.declared, abroad=script != page.script)
    chances = posteriors(above, page.letters[places], before, repeats=page.repeats[places])
    if choice.second is not None:
        chances = reconsider(chances, texts, script, tags, choice.second)
    chances = look_again(texts, tags, chances)
    best = [tags[column] for column in chances.argmax(axis=1).tolist()]
    return zip(places, best, chances.max(axis=1).round(4).tolist(), strict=True)


def _by_ideographs(page: _Page, places: Sequence[int], allowed: Sequence[str]) -> Answers:
    texts = [page.cleaned[at] for at in places]
    kana = page.counts[places, COLUMN["Kana"]].tolist()
    ideographs = page.counts[places, COLUMN["Hani"]].tolist()
    answers = east_asian(texts, kana, ideographs, page.repeats[places].tolist(), page.declared)
    for at, signs, (language, sure) in zip(places, kana, answers, strict=True):
        yield at, _nearest(language, signs, allowed), round(sure, 4)


def _nearest(language: str, kana: int, allowed: Sequence[str]) -> str:
    """Return the language, or the one of those allowed that the text may be in; Chinese is not written in kana."""
    if language in allowed:
        return language
    forms = [tag for tag in allowed if tag != "ja" or language != "ja"]
    return forms[0] if forms and not (language == "ja" and kana) else UNDETERMINED
