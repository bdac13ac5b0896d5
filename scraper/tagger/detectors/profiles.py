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
from scraper.tagger.profiles import Profiles, penalties

DATA: Final = (
    "close_pairs.toml",
    "given_names.txt",
    "languages.npz",
    "names.toml",
    "networks.toml",
    "surnames.txt",
)
"""The files among the rules that the tagger reads: profiles, names, words. The judge of roles is not one of them."""


def _version() -> str:
    """Name the data of the tagger by their digest: other data give other answers."""
    import hashlib

    digest = hashlib.sha256()
    for name in DATA:
        digest.update(name.encode() + resources.files("scraper.rules").joinpath(name).read_bytes())
    return f"data {digest.hexdigest()[:12]}"


def _languages(folder: Path | None = None) -> Languages:
    return MappingProxyType({script: group.tags for script, group in profiles(folder).groups.items()})


def _penalties(texts: Sequence[str], script: str, tags: tuple[str, ...], folder: Path | None = None) -> Penalties:
    return _by(profiles(folder), texts, script, tags)


def _by(known: Profiles, texts: Sequence[str], script: str, tags: tuple[str, ...]) -> Penalties:
    group = known.groups[script]
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


def with_profiles(known: Profiles) -> Detector:
    """Return this detector with other profiles than the package's, such as those of one half of the lines."""
    languages = MappingProxyType({script: group.tags for script, group in known.groups.items()})
    return replace(PROFILES, languages=lambda: languages, penalties=partial(_by, known))
