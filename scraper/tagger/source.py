"""Where the profiles come from.

langdetect 1.0.9 (Apache-2.0) brings, for each of 55 languages, how often each sequence of one to three
characters stands in its Wikipedia. `build` turns these counts into one compact file of penalties, so that
a run neither needs langdetect nor its random draws. Languages that langdetect has not are counted from
sentences: one file `<tag>.txt` a language, one sentence a line (lingua's public test data, Apache-2.0).
Run again only when the recipe changes; the same sources give the same bytes:

    build(Path("scraper/rules/languages.npz"), Path("../shared/corpora/langid/sentences"))
"""

import json
import re
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from scraper.tagger.detectors.langdetect import counts
from scraper.tagger.languages import canonical
from scraper.tagger.profiles import FOLDED, NOTHING, OTHER, SPACE, STEP
from scraper.tagger.script import COLUMN, table

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
        "Cyrl": "be kk mn sr",
        "Latn": "az eo eu ga is la lg mi sn st tn ts xh yo zu",
    }
)
"""Languages that are counted from sentences; left out are those too close to one of langdetect's (bs ms nn)."""

SCARCE: Final = 2
"""Times that a sequence must stand in the sentences to be counted: one time is chance."""

_WORD: Final = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Recipe:
    """The numbers that turn counts into penalties; tuned on development pages and word lists."""

    weights: tuple[float, float, float] = (0.5, 1.0, 1.0)
    """Weight of the logarithm of sequences of one, two and three characters."""
    smoothing: tuple[float, float, float] = (0.5e-4, 0.1e-4, 0.1e-4)
    """Share added to that of every sequence of one, two and three characters."""


Shares = dict[str, NDArray[np.float64]]


def build(path: Path, sentences: Path | None = None, recipe: Recipe = Recipe()) -> None:
    """Write the penalties of every group of languages to `path`, with where they come from; same bytes every time."""
    arrays: dict[str, NDArray[Any]] = {}
    for script, known in KNOWN.items():
        profiles = {canonical(name): list(_profile(name)) for name in known.split()}
        if sentences is not None:
            profiles |= {tag: list(_counted(sentences / f"{tag}.txt")) for tag in TRAINED.get(script, "").split()}
        shares = _table(script, profiles)
        alphabet = sorted({char for gram in shares for char in gram} - {" "})
        grams = sorted(shares)
        arrays[f"{script}.alphabet"] = np.array([ord(char) for char in alphabet], np.uint32)
        arrays[f"{script}.grams"] = np.array([_numbered(gram, alphabet) for gram in grams], np.uint8)
        arrays[f"{script}.rows"] = np.array([_penalties(shares, gram, recipe) for gram in grams], np.uint8)
        arrays[f"{script}.tags"] = np.array(list(profiles))
    arrays["source"] = np.array(_provenance(recipe, trained=sentences is not None))
    _write(path, arrays)


def _provenance(recipe: Recipe, *, trained: bool) -> str:
    counted = f"; {' '.join(TRAINED.values())} counted from lingua's test data (Apache-2.0)" if trained else ""
    return f"Counts of langdetect {metadata.version('langdetect')} (Apache-2.0), in lower case{counted}; {recipe}"


def _write(path: Path, arrays: Mapping[str, NDArray[Any]]) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        for name, array in arrays.items():
            # The entry's date is a fixed one, so that the same counts always give the same bytes.
            entry = zipfile.ZipInfo(f"{name}.npy")
            entry.compress_type = zipfile.ZIP_DEFLATED
            with archive.open(entry, "w") as stream:
                np.lib.format.write_array(stream, array, allow_pickle=False)


def _profile(language: str) -> Iterator[tuple[str, float]]:
    """Each sequence of a profile in lower case, with its share among sequences of its length."""
    raw = json.loads(counts(language))
    for gram, count in raw["freq"].items():
        small = gram.lower().translate(FOLDED)
        if len(small) == len(gram):
            yield small, count / raw["n_words"][len(gram) - 1]


def _counted(path: Path) -> Iterator[tuple[str, float]]:
    """Count the same in sentences; a word has a space before and after it."""
    words = [f" {word} " for word in _WORD.findall(path.read_text("utf-8").lower().translate(FOLDED))]
    for size in (1, 2, 3):
        grams = Counter(word[at : at + size] for word in words for at in range(len(word) - size + 1))
        total = sum(count for gram, count in grams.items() if gram != " ")
        yield from ((gram, count / total) for gram, count in grams.items() if count >= SCARCE)


def _table(script: str, profiles: Mapping[str, list[tuple[str, float]]]) -> Shares:
    """Share of every sequence of the script in every language, by sequence."""
    shares: Shares = {}
    for column, profile in enumerate(profiles.values()):
        for gram, share in profile:
            if _belongs(gram, script):
                shares.setdefault(gram, np.zeros(len(profiles)))[column] += share
    return shares


def _belongs(gram: str, script: str) -> bool:
    return gram != " " and all(char == " " or table()[ord(char)] == COLUMN[script] for char in gram)


def _numbered(gram: str, alphabet: list[str]) -> list[int]:
    """Three numbers of a sequence, as `Group` counts characters."""
    numbers = [SPACE if char == " " else alphabet.index(char) + OTHER + 1 for char in gram]
    return [NOTHING] * (3 - len(gram)) + numbers


def _penalties(shares: Shares, gram: str, recipe: Recipe) -> NDArray[np.uint8]:
    """How much worse than its best language each language explains the sequence and its own endings, in steps."""
    score = np.zeros(len(shares[gram]))
    for size in range(1, len(gram) + 1):
        ending = gram[-size:]
        if ending != " ":
            share = shares.get(ending, np.zeros(len(score)))
            score += recipe.weights[size - 1] * np.log(share + recipe.smoothing[size - 1])
    steps: NDArray[np.uint8] = np.clip(np.rint((score.max() - score) / STEP), 0, 255).astype(np.uint8)
    return steps
