"""Profiles that users train for languages of their own: one small file a language in a folder.

A file holds the shares of sequences of letters that were counted in texts, and where they come from: name, SHA-256 and
number of lines of each text. There is no date in it, so the same texts give the same bytes.
"""

import hashlib
import zipfile
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from scraper.errors import RulesError, UsageError
from scraper.model.language import UNDETERMINED
from scraper.tagger.clean import clean
from scraper.tagger.counting import count, shares
from scraper.tagger.languages import canonical
from scraper.tagger.packing import belongs, write
from scraper.tagger.script import COMMON, census, majorities

SUFFIX: Final = ".profile.npz"
"""Ending of the name of a profile's file."""
SCARCE: Final = 2
"""Times that a sequence must stand in the texts to be kept."""
LEAST: Final = 100
"""Different sequences without which a profile would be chance."""


@dataclass(frozen=True, slots=True)
class Profile:
    """One language as it was counted."""

    tag: str
    """BCP 47 tag in canonical form."""
    script: str
    """ISO 15924 code of the script of most letters."""
    shares: dict[str, float]
    """Share of each sequence among those of its length."""
    source: str
    """One line a text: name, SHA-256 of its bytes, number of lines."""


def learn(tag: str, texts: Sequence[tuple[str, bytes]]) -> Profile:
    """Count texts, given as name and bytes in UTF-8; UsageError where tag or texts are no good."""
    name = canonical(tag)
    if name == UNDETERMINED:
        raise UsageError(f"{tag!r} is no language tag (BCP 47), such as lb or yi")
    lines = [clean(line) for _, raw in texts for line in raw.decode("utf-8", "replace").splitlines()]
    script = _script(lines)
    counts = count(line for line in lines if line)
    kept = Counter({gram: times for gram, times in counts.items() if times >= SCARCE and belongs(gram, script)})
    if len(kept) < LEAST:
        raise UsageError(f"too little text for {name}: only {len(kept)} sequences of letters stand in it twice")
    return Profile(name, script, shares(kept), "\n".join(_origin(file, raw) for file, raw in texts))


def save(profile: Profile, folder: Path) -> Path:
    """Write the profile into the folder, which is made where it is missing, and return its file."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{profile.tag}{SUFFIX}"
    grams = sorted(profile.shares)
    write(
        path,
        {
            "tag": np.array(profile.tag),
            "script": np.array(profile.script),
            "grams": np.array(grams),
            "shares": np.array([profile.shares[gram] for gram in grams], np.float32),
            "source": np.array(profile.source),
        },
    )
    return path


def read_profiles(folder: Path) -> list[Profile]:
    """Read all profiles of a folder, in the order of their names; RulesError names what is missing or malformed."""
    files = sorted(folder.glob(f"*{SUFFIX}"))
    if not files:
        raise RulesError(f"{folder} holds no profiles of languages (*{SUFFIX})")
    return [_read(file) for file in files]


def _read(file: Path) -> Profile:
    try:
        with np.load(file, allow_pickle=False) as data:
            table = dict(zip(map(str, data["grams"]), data["shares"].astype(float).tolist(), strict=True))
            return Profile(str(data["tag"]), str(data["script"]), table, str(data["source"]))
    except (OSError, ValueError, KeyError, zipfile.BadZipFile) as error:
        raise RulesError(f"{file}: not a profile of a language ({error})") from error


def _script(lines: Iterable[str]) -> str:
    """Return the script of most letters."""
    counts = census(list(lines))
    script = majorities(counts.sum(axis=0, keepdims=True))[0]
    if script == COMMON:
        raise UsageError("the texts have no letters")
    return script


def _origin(name: str, raw: bytes) -> str:
    return f"{name} sha256:{hashlib.sha256(raw).hexdigest()} lines:{len(raw.splitlines())}"
