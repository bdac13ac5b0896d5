"""How well single lines are given their language by profiles that have not seen them.

The profiles of the package were counted from all lines of the development corpus, so that what they reach on these
says how well they remember. Here the same recipe builds them twice, each time without every other line of every file,
and each line is judged by the profiles that were built without it. What else the recipe takes (langdetect's
counts, lexicons, pages, the project's own sentences) is the same both times, as in the package.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import fmean
from types import MappingProxyType
from typing import Final

from scraper.errors import UsageError
from scraper.inspector.langid_score import KINDS, LANGDETECTS, Judge, languages_of, right, sample
from scraper.model.options import Options
from scraper.tagger.catalogue import Accuracy, Figures
from scraper.tagger.choice import resolve
from scraper.tagger.clean import clean
from scraper.tagger.counting import WORD
from scraper.tagger.detectors.profiles import PROFILES, with_profiles
from scraper.tagger.languages import canonical
from scraper.tagger.material import lines
from scraper.tagger.source import KNOWN, TRAINED, built_without
from scraper.tagger.tagging import tag_as

HALVES: Final = 2
"""Parts that the lines of a file are dealt into, one by one."""


@dataclass(frozen=True, slots=True)
class Unseen:
    """Lines of one kind that have no word in common with what the profiles of their language were built from."""

    right: int
    """Those of them that were given their language."""
    lines: int
    """All of them."""


@dataclass(frozen=True, slots=True)
class HeldOut:
    """What was measured on lines kept out of building."""

    figures: Figures
    """Shares of all lines."""
    unseen: Mapping[str, tuple[Unseen, Unseen, Unseen]]
    """By language, the lines without any word seen in building: of sentences, pairs and words."""


def score_held_out(folder: Path, options: Options, limit: int | None, tick: Callable[[], None]) -> HeldOut:
    """Judge the lines that `score_langid` would judge, each by the profiles built without it.

    Where the limit takes every second, fourth, … line, all of them were kept out of the same build.
    `tick` is called after each of the two builds and after every language. Raises `InputError` where the folder has
    another form, `UsageError` for options that ask for another detector or further languages.
    """
    if options.detector != PROFILES.name or options.languages_folder is not None:
        raise UsageError("only the package's own profiles can be built without the lines they are measured on")
    languages = languages_of(folder)
    judges = []
    for half in range(HALVES):
        detector = with_profiles(built_without(folder, half, _scripts(languages)))
        judges.append(partial(tag_as, resolve(detector, options)))
        tick()
    found, unseen = {}, {}
    for language in languages:
        found[language], unseen[language] = _language(folder, language, limit, judges)
        tick()
    figures = Figures(PROFILES.version(), limit or 0, MappingProxyType(found), held_out=True)
    return HeldOut(figures, MappingProxyType(unseen))


def _scripts(languages: Sequence[str]) -> list[str]:
    """Return the scripts whose profiles can be asked about lines of these languages; the others tell by themselves."""
    tags = frozenset(map(canonical, languages))
    named = {script: f"{names} {TRAINED.get(script, '')}".split() for script, names in KNOWN.items()}
    return [script for script, names in named.items() if not tags.isdisjoint(map(canonical, names))]


def _language(
    folder: Path, language: str, limit: int | None, judges: Sequence[Judge]
) -> tuple[Accuracy, tuple[Unseen, Unseen, Unseen]]:
    """Return the shares of right lines of one language by kind, and what of them had no word seen in building."""
    words = [frozenset(_words(lines(folder, canonical(language), 1 - half))) for half in range(HALVES)]
    shares, unseen = [], []
    for kind in KINDS:
        told = [
            (right(judges[at % HALVES], line, language), words[at % HALVES].isdisjoint(_words([clean(line)])))
            for at, line in sample(folder / kind / f"{language}.txt", limit)
        ]
        new = [good for good, alone in told if alone]
        shares.append(round(sum(good for good, _ in told) / max(1, len(told)), 4))
        unseen.append(Unseen(sum(new), len(new)))
    return Accuracy(*shares), (unseen[0], unseen[1], unseen[2])


def _words(texts: Iterable[str]) -> Iterator[str]:
    """Yield the words of cleaned texts."""
    for text in texts:
        yield from WORD.findall(text)


def unseen_report(held: HeldOut) -> Iterator[str]:
    """Yield lines for the table of `langid_score.report`: pairs and words of which no word was seen in building."""
    for label, known in (("all", frozenset(held.unseen)), ("langdetect's", LANGDETECTS)):
        columns = [*zip(*(row for tag, row in held.unseen.items() if tag in known), strict=True)]
        cells = "; ".join(f"{kind} {_told(column)}" for kind, column in zip(KINDS, columns, strict=False))
        yield f"without a word seen in building, {label}: {cells or 'none'}"


def _told(column: Sequence[Unseen]) -> str:
    """Return the mean share over the languages that have such lines, and how many lines and languages these are."""
    rows = [one for one in column if one.lines]
    if not rows:
        return "–"
    mean = fmean(one.right / one.lines for one in rows)
    return f"{100 * mean:.1f} ({sum(one.lines for one in rows)} lines, {len(rows)} languages)"
