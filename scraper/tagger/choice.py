"""What the options of a run mean for the tagger: who is asked, and which languages may be the answer."""

import functools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from scraper.errors import UsageError
from scraper.model.language import UNDETERMINED
from scraper.model.options import Options
from scraper.tagger.chinese import SIMPLIFIED, TRADITIONAL
from scraper.tagger.detectors import DETECTORS, Detector
from scraper.tagger.detectors.profiles import PROFILES, with_folder
from scraper.tagger.languages import BY_SCRIPT, canonical

EAST_ASIAN: Final = ("ja", SIMPLIFIED, TRADITIONAL)
"""Languages of texts in Chinese characters."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The options, resolved."""

    detector: Detector
    """Who tells languages of one script apart."""
    second: Detector | None
    """Who is asked too where the first is in doubt."""
    candidates: Mapping[str, tuple[str, ...]]
    """Languages that a text may be in, by its script (but Chinese characters and kana)."""
    east_asian: tuple[str, ...]
    """Languages that a text in Chinese characters or kana may be in."""
    allowed: frozenset[str]
    """All languages that may be the answer, beside `und`."""
    restricted: bool
    """Whether the options left out languages that the detector knows."""


@functools.lru_cache(maxsize=8)
def choose(options: Options) -> Choice:
    """Resolve the options.

    Raises `UsageError` for a detector or language that there is none of, `MissingExtraError` for a detector
    that is not installed, `RulesError` for a folder of languages that is no good.
    """
    detector = _detector(options.detector)
    if options.languages_folder is not None and detector is PROFILES:
        detector = with_folder(options.languages_folder)
    return resolve(detector, options)


def resolve(detector: Detector, options: Options) -> Choice:
    """Resolve the options for a detector that stands in no table; raises as `choose` does."""
    second = _detector(options.language_second_opinion) if options.language_second_opinion else None
    named = nameable(detector)
    wanted = None if options.languages is None else _wanted(options.languages, detector)
    if options.only_languages is not None:
        _wanted(options.only_languages, detector)
    allowed = frozenset(tag for tags in named.values() for tag in tags if wanted is None or tag in wanted)
    candidates = {script: tuple(tag for tag in tags if tag in allowed) for script, tags in named.items()}
    east_asian = candidates.pop("Hani")
    return Choice(detector, second, MappingProxyType(candidates), east_asian, allowed, wanted is not None)


def nameable(detector: Detector) -> Mapping[str, tuple[str, ...]]:
    """Return all languages that can be the answer with a detector, by script; the script alone tells many of them."""
    alone = {script: (tag,) for script, tag in BY_SCRIPT.items()}
    return MappingProxyType({**alone, **detector.languages(), "Hani": EAST_ASIAN})


def wanted_language(tag: str, wanted: Iterable[str]) -> bool:
    """Whether a tag of this package is one of the tags in `wanted`, written in any way; `zh` is both its forms."""
    forms = frozenset(map(canonical, wanted))
    return tag in forms or tag.partition("-")[0] in forms


def _detector(name: str) -> Detector:
    detector = DETECTORS.get(name)
    if detector is None:
        raise UsageError(f"there is no detector {name!r}; there are {', '.join(DETECTORS)}")
    if detector.optional:
        detector.version()  # raises where it is missing: here, and not in the middle of a page
    return detector


def _wanted(tags: Sequence[str], detector: Detector) -> frozenset[str]:
    """Return the canonical form of tags, every one of which the detector can name; `zh` is both its forms."""
    named = frozenset(tag for those in nameable(detector).values() for tag in those)
    found: set[str] = set()
    for tag in tags:
        forms = {SIMPLIFIED, TRADITIONAL} if canonical(tag) == "zh" else {canonical(tag)}
        if UNDETERMINED in forms or not forms <= named:
            raise UsageError(
                f"{tag!r} is no language that the detector {detector.name!r} can name (`scraper languages` lists them)"
            )
        found |= forms
    if not found:
        raise UsageError("no language is left to choose from: name at least one, or leave the option out")
    return frozenset(found)
