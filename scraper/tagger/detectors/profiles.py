"""`profiles`, the default: shares of letter sequences, for all texts of a page in one numpy pass.

Scale: penalties are sums over all characters of a text, natural logarithms; neighbouring sequences overlap, so
that one unit is worth about a fifth of one (`mixture.KNOBS.temperature`).
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from importlib import resources
from pathlib import Path
from types import MappingProxyType
from typing import Final

from scraper.tagger.detectors.detector import Detector, Languages, Penalties
from scraper.tagger.known import profiles
from scraper.tagger.mixture import KNOBS
from scraper.tagger.profiles import penalties

DATA: Final = (".npz", ".toml", ".txt")
"""Endings of the files among the rules that the tagger reads: profiles, names, words."""


def _version() -> str:
    """Name the data of the tagger by their digest: other data give other answers."""
    import hashlib

    digest = hashlib.sha256()
    files = resources.files("scraper.rules").iterdir()
    for file in sorted((one for one in files if one.name.endswith(DATA)), key=lambda one: one.name):
        digest.update(file.name.encode() + file.read_bytes())
    return f"data {digest.hexdigest()[:12]}"


def _languages(folder: Path | None = None) -> Languages:
    return MappingProxyType({script: group.tags for script, group in profiles(folder).groups.items()})


def _penalties(texts: Sequence[str], script: str, tags: tuple[str, ...], folder: Path | None = None) -> Penalties:
    group = profiles(folder).groups[script]
    found = penalties(texts, group)
    if tags == group.tags:
        return found
    chosen = found[:, [group.tags.index(tag) for tag in tags]]
    above: Penalties = chosen - chosen.min(axis=1, keepdims=True)
    return above


PROFILES: Final = Detector(
    name="profiles",
    about="letter sequences of each language; quick, the default",
    optional=False,
    version=_version,
    languages=_languages,
    penalties=_penalties,
    temperature=KNOBS.temperature,
)
"""The row of this detector."""


def with_folder(folder: Path) -> Detector:
    """Return this detector with the languages of a folder beside its own; raises `RulesError`."""
    profiles(folder)
    return replace(PROFILES, languages=partial(_languages, folder), penalties=partial(_penalties, folder=folder))
