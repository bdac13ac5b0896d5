"""`langdetect`: the package itself, with its random draws; the only file that knows it.

It draws sequences of a text at random, so its answers depend on a seed. The seed is a class attribute that the
whole process shares; here an own factory has its own, and every text is begun with it: the same text always has
the same answer. About 2 ms a text. Scale: the mean of seven probabilities that are nearly 0 or 1 each, which says
little of how sure it is; one unit of their logarithms (from 0.001 on) is worth 0.7.
"""

import functools
from collections.abc import Mapping, Sequence
from importlib import resources
from types import MappingProxyType
from typing import Any, Final

import numpy as np

from scraper.tagger.detectors.detector import Detector, Languages, Penalties, below_best, installed

SEED: Final = 0
"""Where the draws for every text begin."""
LEAST: Final = 1e-3
"""Smallest probability that is believed: a language that lost all seven trials is not impossible."""

LANGUAGES: Final[Languages] = MappingProxyType(
    {
        "Arab": ("ar", "fa", "ur"),
        "Cyrl": ("bg", "mk", "ru", "uk"),
        "Deva": ("hi", "mr", "ne"),
        "Latn": tuple(
            "af ca cs cy da de en es et fi fr hr hu id it lt lv nb nl pl pt ro sk sl so sq sv sw tl tr vi".split()
        ),
    }
)
"""Those of its 55 languages that share a script; the script tells the others."""

NAMES: Final[Mapping[str, str]] = MappingProxyType({"nb": "no"})
"""Its own names of languages, where they are other than the tags."""


def counts(name: str) -> str:
    """Return its profile of a language as JSON: how often each sequence of letters stands in its Wikipedia."""
    return resources.files("langdetect").joinpath("profiles", name).read_text("utf-8")


@functools.cache
def _factory() -> Any:
    """Make a factory with all profiles; half a second and 65 MB, once a process."""
    from langdetect.detector_factory import DetectorFactory

    names = sorted(entry.name for entry in resources.files("langdetect").joinpath("profiles").iterdir())
    factory = DetectorFactory()
    # In a fixed order, because sums of floating-point numbers depend on theirs.
    factory.load_json_profile([counts(name) for name in names if not name.startswith(".")])
    factory.set_seed(SEED)
    return factory


def _penalties(texts: Sequence[str], script: str, tags: tuple[str, ...]) -> Penalties:
    del script
    names = [NAMES.get(tag, tag) for tag in tags]
    return below_best(np.array([_chances(text, names) for text in texts]).reshape(len(texts), len(tags)), LEAST)


def _chances(text: str, names: Sequence[str]) -> list[float]:
    """Probability of each language; equal ones where the text has none of its sequences."""
    from langdetect.lang_detect_exception import LangDetectException

    detector = _factory().create()
    detector.set_prior_map(dict.fromkeys(names, 1.0))
    detector.append(text)
    try:
        detector.get_probabilities()
    except LangDetectException:
        return [1.0] * len(names)
    found = dict(zip(detector.langlist, detector.langprob, strict=True))
    return [found[name] for name in names]


def _version() -> str:
    return installed("langdetect", "langdetect", "langdetect")


LANGDETECT: Final = Detector(
    name="langdetect",
    about="the package langdetect, seeded; slow",
    optional=False,
    version=_version,
    languages=lambda: LANGUAGES,
    penalties=_penalties,
    temperature=0.7,
)
"""The row of this detector."""
