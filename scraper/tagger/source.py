"""Where the profiles come from.

langdetect 1.0.9 (Apache-2.0) brings, for each of 55 languages, how often each sequence of one to three
characters stands in its Wikipedia. `build` adds the counts of lines whose language is known (`material`), which is
all there is for the languages that langdetect has not, turns the counts into one compact file of penalties and
adjusts those to the lines (`fitting`), so that a run neither needs langdetect nor its random draws.
Run again only when the recipe or the lexicons change; the same sources give the same bytes on the same machine:

    build(Path("scraper/rules/languages.npz"), Path("../shared/corpora"))
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from importlib import metadata
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from scraper.tagger.counting import FOLDED, SCALE, Scale, count, scores, shares
from scraper.tagger.detectors.langdetect import counts as profile_counts
from scraper.tagger.fitting import FIT, Fit, fitted
from scraper.tagger.languages import canonical
from scraper.tagger.material import SOURCES, lines
from scraper.tagger.packing import LARGEST, belongs, numbered, write
from scraper.tagger.profiles import PARTS, STEP, Profiles, grouped

KNOWN: Final[Mapping[str, str]] = MappingProxyType(
    {
        "Arab": "ar fa ur",
        "Cyrl": "bg mk ru uk",
        "Deva": "hi mr ne",
        "Latn": "af ca cs cy da de en es et fi fr hr hu id it lt lv nl no pl pt ro sk sl so sq sv sw tl tr vi",
    }
)
"""Scripts that several profiles share, with langdetect's names of those languages."""

TRAINED: Final[Mapping[str, str]] = MappingProxyType(
    {
        "Arab": "ps",
        "Cyrl": "be kk mn sr",
        "Latn": "az bs eo eu ga gl is la lg mi ms nn sn st tn ts xh yo zu",
    }
)
"""Languages that langdetect has not, which are counted from lines alone."""

SCARCE: Final = 2
"""Times that a sequence must stand in the lines of a language that has no other counts: one time is chance."""
COMMON: Final = 3
"""Times that a sequence that no profile has must stand in the lines of all languages to get a row."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """The numbers that turn counts into penalties; tuned on one half of the lines, measured on the other."""

    scale: Scale = SCALE
    """How shares become scores."""
    lines: float = 0.4
    """Part that the counts of lines have in the shares of a language that langdetect has too."""
    fit: Fit = FIT
    """How the penalties are adjusted to the lines."""


Lines = Mapping[str, Sequence[str]]
"""Cleaned texts by tag."""
Shares = dict[str, NDArray[np.float64]]


def build(
    path: Path, folder: Path | None = None, recipe: Recipe = Recipe(), scripts: Iterable[str] = tuple(KNOWN)
) -> None:
    """Write the penalties of every group of languages to `path`, with where they come from.

    `folder` holds the corpora that `material` names; without it only langdetect's languages are there, not adjusted.
    """
    lines_of = _nothing if folder is None else partial(lines, folder / "langid")
    arrays = assemble(lines_of, recipe, scripts)
    arrays["source"] = np.array(_provenance(recipe, trained=folder is not None))
    write(path, arrays)


def built_without(folder: Path, half: int, scripts: Iterable[str] = tuple(KNOWN)) -> Profiles:
    """Return profiles by the same recipe that have not seen half of the lines of `folder`, a folder like `langid`.

    `half` is 0 for the first, third, … line of every file, 1 for the others; what is not in `folder` is there in both.
    """
    arrays = assemble(lambda tag: lines(folder, tag, 1 - half), Recipe(), scripts)
    parts = {script: {part: arrays[f"{script}.{part}"] for part in PARTS} for script in scripts}
    return grouped(parts, f"without lines {half}, {half + 2}, … of {folder}")


def _nothing(tag: str) -> list[str]:
    """Return no lines for any tag."""
    del tag
    return []


def assemble(lines_of: Callable[[str], list[str]], recipe: Recipe, scripts: Iterable[str]) -> dict[str, NDArray[Any]]:
    """Return the arrays of the data file from langdetect's counts and the lines of each tag."""
    arrays: dict[str, NDArray[Any]] = {}
    for script in scripts:
        names = {canonical(name): name for name in KNOWN[script].split()}
        texts = {tag: lines_of(tag) for tag in [*names, *TRAINED.get(script, "").split()]}
        known = {tag: those for tag, those in texts.items() if those or tag in names}
        parts = _group(script, names, known, recipe)
        if any(known.values()):
            parts["rows"] = fitted(parts, script, known, recipe.fit)
        arrays |= {f"{script}.{name}": array for name, array in parts.items()}
    return arrays


def _group(script: str, names: Mapping[str, str], lines: Lines, recipe: Recipe) -> dict[str, NDArray[Any]]:
    """Return letters, sequences, penalties and best scores of the languages of one script."""
    counts = {tag: count(texts) for tag, texts in lines.items()}
    found = _table(script, {tag: _mixed(names.get(tag), counts[tag], recipe) for tag in lines})
    for gram, times in sum(counts.values(), Counter()).items():
        if times >= COMMON and gram not in found and belongs(gram, script):
            found[gram] = np.zeros(len(lines))
    letters = Counter(char for gram in found for char in gram if char != " ")
    alphabet = sorted(char for char, _ in letters.most_common(LARGEST))
    known = set(alphabet) | {" "}
    grams = sorted(gram for gram in found if known.issuperset(gram))
    table = np.array([scores(found, gram, len(lines)) for gram in grams])
    steps = np.rint((table.max(axis=1, keepdims=True) - table) / STEP)
    return {
        "alphabet": np.array([ord(char) for char in alphabet], np.uint32),
        "grams": np.array([numbered(gram, alphabet) for gram in grams], np.uint8),
        "rows": np.clip(steps, 0, 255).astype(np.uint8),
        "best": np.rint(-table.max(axis=1) / STEP).astype(np.uint16),
        "tags": np.array(list(lines)),
    }


def _provenance(recipe: Recipe, *, trained: bool) -> str:
    counted = f"; {' '.join(TRAINED.values())} counted, and all adjusted, with {SOURCES}" if trained else ""
    return f"Counts of langdetect {metadata.version('langdetect')} (Apache-2.0), in lower case{counted}; {recipe}"


def _mixed(name: str | None, counts: Counter[str], recipe: Recipe) -> dict[str, float]:
    """Return the share of each sequence, from langdetect's profile `name` and the counts of lines."""
    if name is None:
        frequent = shares(counts)
        return {gram: share for gram, share in frequent.items() if counts[gram] >= SCARCE}
    part = recipe.lines if counts else 0.0
    mixed = {gram: (1 - part) * share for gram, share in _profile(name).items()}
    for gram, share in shares(counts).items():
        mixed[gram] = mixed.get(gram, 0.0) + part * share
    return mixed


def _profile(language: str) -> dict[str, float]:
    """Return each sequence of a profile in lower case, with its share among sequences of its length."""
    raw = json.loads(profile_counts(language))
    found: dict[str, float] = {}
    for gram, times in raw["freq"].items():
        small = gram.lower().translate(FOLDED)
        if len(small) == len(gram):
            found[small] = found.get(small, 0.0) + times / raw["n_words"][len(gram) - 1]
    return found


def _table(script: str, profiles: Mapping[str, Mapping[str, float]]) -> Shares:
    """Share of every sequence of the script in every language, by sequence."""
    found: Shares = {}
    for column, profile in enumerate(profiles.values()):
        for gram, share in profile.items():
            if belongs(gram, script):
                found.setdefault(gram, np.zeros(len(profiles)))[column] += share
    return found
