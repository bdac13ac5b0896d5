"""Languages by name, and how well each detector tells them: what `scraper languages` shows."""

import functools
import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from types import MappingProxyType
from typing import Final, NamedTuple

from scraper.errors import MissingExtraError, RulesError
from scraper.tagger.choice import nameable
from scraper.tagger.detectors import DETECTORS, Detector
from scraper.tagger.detectors.profiles import PROFILES
from scraper.tagger.languages import SCRIPT_OF

NAMES: Final = "language_names.tsv"
"""Data file with the names of languages."""
FIGURES: Final = "langid_figures.json"
"""Data file with the figures, written by `scraper score --langid`."""


class Name(NamedTuple):
    """What a language is called."""

    english: str
    """In English."""
    own: str
    """In itself."""


class Accuracy(NamedTuple):
    """Share of lines, each judged alone, that were given their language, 0 to 1."""

    sentences: float
    """Of whole sentences."""
    pairs: float
    """Of two words."""
    words: float
    """Of single words."""

    @property
    def mean(self) -> float:
        """Mean of the three."""
        return (self.sentences + self.pairs + self.words) / 3


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured of one detector."""

    version: str
    """What gave the answers, as `Detector.version` says it."""
    lines: int
    """Lines a language and kind, at most."""
    languages: Mapping[str, Accuracy]
    """Accuracy by language; `zh` and `sr` are one each, whatever they are written in."""
    held_out: bool = False
    """Whether the lines were kept out of building what was measured; of the profiles no other figures are shown."""


@functools.cache
def names() -> Mapping[str, Name]:
    """Return the names of languages by tag; raises `RulesError` when the file is missing or malformed."""
    try:
        lines = resources.files("scraper.rules").joinpath(NAMES).read_text("utf-8").splitlines()
        rows = [line.split("\t") for line in lines if not line.startswith("#")]
        return MappingProxyType({tag: Name(english, own) for tag, english, own in rows})
    except (OSError, ValueError) as error:
        raise RulesError(f"{NAMES}: not a list of languages ({error})") from error


@functools.cache
def figures() -> Mapping[str, Figures]:
    """Return what was measured, by detector; one that answers otherwise now than it did then is left out."""
    try:
        raw = json.loads(resources.files("scraper.rules").joinpath(FIGURES).read_text("utf-8"))
        found = parse_figures(raw)
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise RulesError(f"{FIGURES}: not a file of figures ({error!r})") from error
    return MappingProxyType({name: row for name, row in found.items() if _current(name, row)})


def parse_figures(raw: Mapping[str, Mapping[str, object]]) -> dict[str, Figures]:
    """Read figures from JSON; raises what malformed data raise."""
    found = {}
    for name, row in raw.items():
        languages = row["languages"]
        if not isinstance(languages, dict):
            raise TypeError(f"{name}: languages is no object")
        rows = {tag: Accuracy(*values) for tag, values in languages.items()}
        found[name] = Figures(
            str(row["version"]), int(str(row["lines"])), MappingProxyType(rows), row.get("held_out") is True
        )
    return found


def scripts_of(detector: Detector) -> Mapping[str, tuple[str, ...]]:
    """Return all languages that a detector's answers can be, in order of their tags, each with its scripts."""
    found: dict[str, dict[str, None]] = {}
    for script, tags in nameable(detector).items():
        for tag in tags:
            found.setdefault(tag, {})[SCRIPT_OF.get(tag, script)] = None
    return MappingProxyType({tag: tuple(found[tag]) for tag in sorted(found)})


def _current(name: str, row: Figures) -> bool:
    detector = DETECTORS.get(name)
    # The profiles were counted from the very lines that they are measured on, unless these were kept out.
    if detector is None or (name == PROFILES.name and not row.held_out):
        return False
    try:
        return detector.version() == row.version
    except MissingExtraError:
        # Nothing says that it would answer otherwise if it were installed.
        return True
