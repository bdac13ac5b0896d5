"""Languages of a user's own beside those of the package: one more column in the table of penalties of their script.

The data file keeps, for every sequence, how well its best language explains it. So a new language can be compared: it
is as much worse, or better, as its own score says. Sequences that only the new language knows get a row of their own,
in which the others are as far from each other as in the longest ending that was known.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from scraper.errors import RulesError
from scraper.tagger.counting import SCALE, scores
from scraper.tagger.languages import BY_SCRIPT
from scraper.tagger.learning import Profile
from scraper.tagger.packing import LARGEST, numbered
from scraper.tagger.profiles import OTHER, SPACE, STEP

Parts = dict[str, NDArray[Any]]
"""Arrays of one script, as in the data file."""

MOST: Final = 255
"""Largest stored penalty, in steps."""


def extended(groups: Mapping[str, Parts], profiles: Sequence[Profile]) -> dict[str, Parts]:
    """Return the arrays of all scripts with the profiles added; a tag that is known already is replaced.

    A script that only one language used needs that language's profile too: RulesError says which.
    """
    found = {script: dict(parts) for script, parts in groups.items()}
    for script in {profile.script for profile in profiles}:
        own = [profile for profile in profiles if profile.script == script]
        if script not in found and len(own) < 2:
            main = BY_SCRIPT.get(script, "another language")
            raise RulesError(f"{own[0].tag}: to tell it from {main}, which shares its script, train {main} too")
        parts = found.get(script, _empty())
        for profile in own:
            parts = _joined(parts, profile)
        found[script] = parts
    return found


def _empty() -> Parts:
    rows = np.zeros((0, 0), np.uint8)
    return {
        "alphabet": np.zeros(0, np.uint32),
        "grams": np.zeros((0, 3), np.uint8),
        "rows": rows,
        "best": np.zeros(0, np.uint16),
        "tags": np.array([], dtype="U3"),
    }


def _joined(parts: Parts, profile: Profile) -> Parts:
    """Return the arrays with one more language, the last column."""
    old = _sequences(parts)
    kept = [at for at, tag in enumerate(map(str, parts["tags"])) if tag != profile.tag]
    rows, best = parts["rows"][:, kept].astype(np.int64), parts["best"].astype(np.int64)
    known = {gram: at for at, gram in enumerate(old)}
    alphabet = _alphabet(parts, profile)
    letters = set(alphabet) | {" "}
    grams = sorted({*old, *(gram for gram in profile.shares if letters.issuperset(gram))})
    shares = {gram: np.array([share]) for gram, share in profile.shares.items()}
    table = np.zeros((len(grams), len(kept) + 1), np.int64)
    for at, gram in enumerate(grams):
        lost, place = _fallen_back(gram, known)
        if place >= 0:
            table[at, :-1] = rows[place] + best[place] + lost
        else:
            table[at, :-1] = lost
        table[at, -1] = round(-float(scores(shares, gram, 1)[0]) / STEP)
    least = table.min(axis=1, keepdims=True)
    return {
        "alphabet": np.array([ord(char) for char in alphabet], np.uint32),
        "grams": np.array([numbered(gram, alphabet) for gram in grams], np.uint8),
        "rows": np.clip(table - least, 0, MOST).astype(np.uint8),
        "best": least[:, 0].astype(np.uint16),
        "tags": np.array([*(str(parts["tags"][at]) for at in kept), profile.tag]),
    }


def _fallen_back(gram: str, known: Mapping[str, int]) -> tuple[int, int]:
    """Return what a sequence costs the old languages beyond its longest known ending, in steps, and its place or -1."""
    lost = 0.0
    for size in range(len(gram), 0, -1):
        ending = gram[-size:]
        if ending in known:
            return round(lost / STEP), known[ending]
        if ending != " ":
            lost -= SCALE.weights[size - 1] * float(np.log(SCALE.smoothing[size - 1]))
    return round(lost / STEP), -1


def _sequences(parts: Parts) -> list[str]:
    """Return the sequences of the data file as strings."""
    chars = {SPACE: " "} | {at + OTHER + 1: chr(point) for at, point in enumerate(parts["alphabet"].tolist())}
    return ["".join(chars.get(number, "") for number in row) for row in parts["grams"].tolist()]


def _alphabet(parts: Parts, profile: Profile) -> list[str]:
    """Return the letters in use, then those that the new language brings, the most common first, as many as fit."""
    old = [chr(point) for point in parts["alphabet"].tolist()]
    single = {gram: share for gram, share in profile.shares.items() if len(gram) == 1 and gram not in old}
    new = sorted(single, key=lambda gram: (-single[gram], gram))
    return sorted([*old, *new[: LARGEST - len(old)]])
