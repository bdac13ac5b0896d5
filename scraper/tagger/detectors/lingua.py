"""`lingua`: the package lingua-language-detector; the only file that knows it.

The best on single words, and heavy: about a gigabyte and several seconds until all its models are read; models are
read for candidates alone, so that few languages need little. Scale: its own probabilities, which are sums of
sequences of up to five letters, brought to one by it in a way that flattens them; one unit of their logarithms is
worth two.
"""

import functools
from collections.abc import Sequence
from types import MappingProxyType
from typing import Any, Final

import numpy as np

from scraper.tagger.detectors.detector import Detector, Languages, Penalties, below_best, installed

LEAST: Final = 1e-9
"""Smallest probability that is believed."""
DIGITS: Final = 6
"""Decimals of a penalty that are kept."""

LANGUAGES: Final[Languages] = MappingProxyType(
    {
        "Arab": ("ar", "fa", "ur"),
        "Cyrl": tuple("be bg kk mk mn ru sr uk".split()),
        "Deva": ("hi", "mr"),
        "Latn": tuple(
            "af az bs ca cs cy da de en eo es et eu fi fr ga hr hu id is it la lg lt lv mi ms nb nl nn pl pt ro sk sl "
            "sn so sq st sv sw tl tn tr ts vi xh yo zu".split()
        ),
    }
)
"""Those of its 75 languages that share a script; the script tells the others."""


def _version() -> str:
    return installed("lingua-language-detector", "lingua", "lingua")


@functools.lru_cache(maxsize=8)
def _detector(tags: tuple[str, ...]) -> Any:
    """Make a detector of these languages alone; its models are read when they are first needed."""
    from lingua import IsoCode639_1, LanguageDetectorBuilder

    codes = [getattr(IsoCode639_1, tag.upper()) for tag in tags]
    return LanguageDetectorBuilder.from_iso_codes_639_1(*codes).build()


def _penalties(texts: Sequence[str], script: str, tags: tuple[str, ...]) -> Penalties:
    del script
    _version()
    detector = _detector(tags)
    chances = np.array([_chances(detector, text, tags) for text in texts]).reshape(len(texts), len(tags))
    # It adds up in an order that changes from call to call, so that the last digits do too.
    return below_best(chances, LEAST).round(DIGITS)


def _chances(detector: Any, text: str, tags: tuple[str, ...]) -> list[float]:
    """Probability of each language; all 0 where the text says nothing."""
    # It is written in Rust, whose text has no halves of surrogate pairs.
    found = detector.compute_language_confidence_values(text.encode("utf-8", "replace").decode("utf-8"))
    values = {one.language.iso_code_639_1.name.lower(): float(one.value) for one in found}
    return [values[tag] for tag in tags]


LINGUA: Final = Detector(
    name="lingua",
    about="the package lingua; best on single words, heavy (extra: lingua)",
    optional=True,
    version=_version,
    languages=lambda: LANGUAGES,
    penalties=_penalties,
    temperature=2.0,
)
"""The row of this detector."""
