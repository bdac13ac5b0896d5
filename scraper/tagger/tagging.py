"""Tag every segment of a page with its language: the one door of this room for segments.

Order of the decision, each step for what the ones before left open: no language at all (`undetermined`);
a script that only one language uses (`script`, `languages`); Chinese characters (`chinese`); languages that
share a script, by a detector and by the rest of the page (`detectors`, `mixture`, `second`).
Pure: the same texts give the same tags, whatever was tagged before.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from scraper.model.language import UNDETERMINED, Tagged
from scraper.model.options import Options
from scraper.tagger.chinese import east_asian
from scraper.tagger.choice import Choice, choose
from scraper.tagger.clean import clean
from scraper.tagger.languages import SCRIPT_OF, WRITTEN_IN, canonical
from scraper.tagger.mixture import KNOBS, posteriors, prior
from scraper.tagger.script import COLUMN, census, majorities
from scraper.tagger.second import reconsider
from scraper.tagger.undetermined import undetermined

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
    declared: str
    """Declared language of the page in canonical form, or `und`."""


def tag(
    texts: Sequence[str | None],
    declared: str | None = None,
    names: Set[str] = frozenset(),
    options: Options = _DEFAULTS,
) -> list[Tagged]:
    """Language of every text of one page, in order.

    `declared` is the language that the page says it has, as it is written there; `names` are case-folded names
    of networks and agencies, which have no language where they stand alone. Never raises for any text (None is
    an empty one); raises `UsageError` and `MissingExtraError` for options that cannot be met.
    """
    choice = choose(options)
    read = [text if isinstance(text, str) else "" for text in texts]
    distinct = Counter(read)
    page = _read(distinct, canonical(declared))
    known = frozenset(names)
    sizes = zip(distinct, page.letters.tolist(), strict=True)
    spoken = [at for at, (text, letters) in enumerate(sizes) if not undetermined(text, letters, known)]
    answers = [(UNDETERMINED, SURE)] * len(distinct)
    for at, language, sure in _answers(page, spoken, choice):
        answers[at] = (language, sure)
    tagged = {
        text: Tagged(WRITTEN_IN.get((language, script), language), sure, SCRIPT_OF.get(language, script))
        for text, script, (language, sure) in zip(distinct, page.scripts, answers, strict=True)
    }
    return [tagged[text] for text in read]


def _read(distinct: Mapping[str, int], declared: str) -> _Page:
    """Count letters; `distinct` says of each text how often it stands on the page."""
    cleaned = list(map(clean, distinct))
    counts = census(cleaned)
    repeats = np.fromiter(distinct.values(), np.int64, len(distinct))
    return _Page(repeats, cleaned, counts, counts[:, 1:].sum(axis=1), majorities(counts), declared)


def _answers(page: _Page, spoken: Sequence[int], choice: Choice) -> Answers:
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
            yield from _by_detector(page, those, script, choice)
        else:
            yield from ((at, tags[0] if tags else UNDETERMINED, SURE) for at in those)


def _by_detector(page: _Page, places: Sequence[int], script: str, choice: Choice) -> Answers:
    texts, tags = [page.cleaned[at] for at in places], choice.candidates[script]
    above = choice.detector.penalties(texts, script, tags)
    knobs = replace(KNOBS, temperature=choice.detector.temperature)
    before = prior(tags, page.declared)
    chances = posteriors(above, page.letters[places], before, repeats=page.repeats[places], knobs=knobs)
    if choice.second is not None:
        chances = reconsider(chances, texts, script, tags, choice.second)
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
