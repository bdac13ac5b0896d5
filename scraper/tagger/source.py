"""Where the profiles come from: the only file that knows the package langdetect.

langdetect 1.0.9 (Apache-2.0) brings, for each of 55 languages, how often each sequence of one to three
characters stands in its Wikipedia. `build` turns these counts into one compact file of penalties, so
that a run neither needs langdetect nor its random draws. Run again only when the recipe changes:

    python -c "from pathlib import Path; from scraper.tagger.source import build; build(Path('languages.npz'))"
"""

import json
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import metadata, resources
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from scraper.tagger.languages import canonical
from scraper.tagger.profiles import FOLDED, NOTHING, OTHER, SPACE, STEP
from scraper.tagger.script import COLUMN, table

GROUPS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "Arab": ("ar", "fa", "ur"),
        "Cyrl": ("bg", "mk", "ru", "uk"),
        "Deva": ("hi", "mr", "ne"),
        "Latn": (
            *("af", "ca", "cs", "cy", "da", "de", "en", "es", "et", "fi", "fr", "hr", "hu", "id", "it", "lt", "lv"),
            *("nl", "no", "pl", "pt", "ro", "sk", "sl", "so", "sq", "sv", "sw", "tl", "tr", "vi"),
        ),
    }
)
"""Scripts that several profiles share, with langdetect's names of those languages."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """The numbers that turn counts into penalties; tuned on development pages and word lists."""

    weights: tuple[float, float, float] = (0.5, 1.0, 1.0)
    """Weight of the logarithm of sequences of one, two and three characters."""
    smoothing: tuple[float, float, float] = (0.5e-4, 0.1e-4, 0.1e-4)
    """Share added to that of every sequence of one, two and three characters."""


Counts = dict[str, NDArray[np.float64]]


def build(path: Path, recipe: Recipe = Recipe()) -> None:
    """Write the penalties of every group of languages to `path`, with where they come from; same bytes every time."""
    arrays: dict[str, NDArray[Any]] = {}
    for script, languages in GROUPS.items():
        counts = _counts(script, languages)
        alphabet = sorted({char for gram in counts for char in gram} - {" "})
        grams = sorted(counts)
        arrays[f"{script}.alphabet"] = np.array([ord(char) for char in alphabet], np.uint32)
        arrays[f"{script}.grams"] = np.array([_numbered(gram, alphabet) for gram in grams], np.uint8)
        arrays[f"{script}.rows"] = np.array([_penalties(counts, gram, recipe) for gram in grams], np.uint8)
        arrays[f"{script}.tags"] = np.array([canonical(name) for name in languages])
    arrays["source"] = np.array(
        f"Counts of langdetect {metadata.version('langdetect')} (Apache-2.0), merged to lower case; {recipe}"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, array in arrays.items():
            # A fixed date, so that the same counts always give the same bytes.
            with archive.open(zipfile.ZipInfo(f"{name}.npy"), "w") as stream:
                np.lib.format.write_array(stream, array, allow_pickle=False)


def _numbered(gram: str, alphabet: list[str]) -> list[int]:
    """Three numbers of a sequence, as `Group` counts characters."""
    numbers = [SPACE if char == " " else alphabet.index(char) + OTHER + 1 for char in gram]
    return [NOTHING] * (3 - len(gram)) + numbers


def _counts(script: str, languages: tuple[str, ...]) -> Counts:
    """Share of every sequence of the script in every language, by sequence."""
    shares: Counts = {}
    for column, language in enumerate(languages):
        for gram, share in _profile(language):
            if _belongs(gram, script):
                shares.setdefault(gram, np.zeros(len(languages)))[column] += share
    return shares


def _profile(language: str) -> Iterator[tuple[str, float]]:
    """Each sequence of a profile in lower case, with its share among sequences of its length."""
    raw = json.loads(resources.files("langdetect").joinpath("profiles", language).read_text("utf-8"))
    for gram, count in raw["freq"].items():
        small = gram.lower().translate(FOLDED)
        if len(small) == len(gram):
            yield small, count / raw["n_words"][len(gram) - 1]


def _belongs(gram: str, script: str) -> bool:
    return gram != " " and all(char == " " or table()[ord(char)] == COLUMN[script] for char in gram)


def _penalties(counts: Counts, gram: str, recipe: Recipe) -> NDArray[np.uint8]:
    """How much worse than its best language each language explains the sequence and its own endings, in steps."""
    score = np.zeros(len(counts[gram]))
    for size in range(1, len(gram) + 1):
        ending = gram[-size:]
        if ending != " ":
            share = counts.get(ending, np.zeros(len(score)))
            score += recipe.weights[size - 1] * np.log(share + recipe.smoothing[size - 1])
    steps: NDArray[np.uint8] = np.clip(np.rint((score.max() - score) / STEP), 0, 255).astype(np.uint8)
    return steps
