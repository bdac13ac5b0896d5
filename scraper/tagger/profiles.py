"""How well each language explains each text: sums of penalties of character sequences, one numpy pass for a page.

Theory of operation. The data file holds, for every group of languages that share a script, sequences of
one to three characters and a row of penalties: how much worse than the best language each language
explains the last character given the ones before it (weighted sum of the logarithms of the shares of
the sequence and of its own endings, so that one row a character is enough). A text becomes a row of
small numbers, one a character. Tables lead from the last three numbers to the row of the longest known
sequence that ends there; the rows are summed text by text. Texts are padded with spaces, which cost nothing,
to whole blocks of eight characters, and three penalties stand in each 64-bit word: so few, long sums are left.
"""

import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from types import MappingProxyType
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from scraper.errors import RulesError
from scraper.tagger.counting import FOLDED
from scraper.tagger.script import COLUMN, codes, table

STEP: Final = 0.1
"""Natural-logarithm units of one step of a stored penalty."""

NOTHING: Final = 0
"""Number of a missing character on the left of a sequence of one or two."""
SPACE: Final = 1
"""Number of whatever parts words: spaces, digits, punctuation, symbols."""
OTHER: Final = 2
"""Number of a letter that stands in no profile; those that do are numbered from 3."""

LAST: Final = 0x1FFFF
"""Code point up to which scripts have letters that profiles count; beyond are rare ideographs."""

BLOCK: Final = 8
"""Characters that are added up first, column by column; texts are padded to a multiple of it."""
LANES: Final = 3
"""Sums in one 64-bit word: 21 bits each hold more than the cleaned part of a text can cost."""
SHIFTS: Final = tuple(np.uint64(21 * lane) for lane in range(LANES))
MASK: Final = np.uint64((1 << 21) - 1)

DATA: Final = "languages.npz"
"""Name of the data file among the rules."""
PARTS: Final = ("alphabet", "grams", "rows", "best", "tags")
"""Arrays that the data file has for each script."""


@dataclass(frozen=True, slots=True)
class Group:
    """Languages that share a script."""

    tags: tuple[str, ...]
    """BCP 47 tags, in the order of the columns of `rows`."""
    numbers: NDArray[np.uint8]
    """Number of each code point, that of the last one for all beyond, shape (LAST + 1,)."""
    pairs: NDArray[np.uint16]
    """Row for the longest known ending of each two numbers, shape (numbers, numbers)."""
    beginnings: NDArray[np.uint16]
    """Line of `triples` for each two numbers that begin a known sequence of three, else 0, shape (numbers, numbers)."""
    triples: NDArray[np.uint16]
    """Row of each known sequence of three, else 0, shape (lines, numbers)."""
    words: NDArray[np.uint64]
    """Penalties in steps, packed, shape (sequences + 1, words); the first row is zero, for what is not known.

    The word at `w` holds the tags at `w`, `w + words` and `w + 2 * words`, the first of them in its lowest bits."""


@dataclass(frozen=True, slots=True)
class Profiles:
    """All that is known about sequences of characters."""

    groups: Mapping[str, Group]
    """Languages by ISO 15924 code of their script."""
    source: str
    """Where the numbers come from."""


def read_parts() -> tuple[dict[str, dict[str, NDArray[Any]]], str]:
    """Read the arrays of the data file by script, and where they come from; raises `RulesError`."""
    file = resources.files("scraper.rules").joinpath(DATA)
    try:
        with file.open("rb") as stream, np.load(stream, allow_pickle=False) as data:
            arrays = {name: data[name] for name in data.files}
        scripts = sorted(name.removesuffix(".rows") for name in arrays if name.endswith(".rows"))
        return {script: {part: arrays[f"{script}.{part}"] for part in PARTS} for script in scripts}, str(
            arrays["source"]
        )
    except (OSError, ValueError, KeyError, zipfile.BadZipFile) as error:
        raise RulesError(f"{DATA}: not a file of language profiles ({error})") from error


def grouped(parts: Mapping[str, Mapping[str, NDArray[Any]]], source: str) -> Profiles:
    """Return the tables of all scripts from the arrays of the data file; raises `RulesError` where they do not fit."""
    try:
        groups = {script: group_of(arrays, script) for script, arrays in parts.items()}
    except (ValueError, IndexError) as error:
        raise RulesError(f"{DATA}: not a file of language profiles ({error})") from error
    return Profiles(MappingProxyType(groups), source)


def group_of(parts: Mapping[str, NDArray[Any]], script: str) -> Group:
    """Return the tables of the languages of one script from the arrays of the data file."""
    alphabet, grams, rows = (parts[part] for part in ("alphabet", "grams", "rows"))
    size = len(alphabet) + OTHER + 1
    first, before, last = grams.astype(np.intp).T
    places = np.arange(1, len(grams) + 1, dtype=np.uint16)
    # Written from short to long, so that a pair falls back on its last character where it is not known itself.
    pairs = np.zeros((size, size), np.uint16)
    single, double = before == NOTHING, (before != NOTHING) & (first == NOTHING)
    pairs[:, last[single]] = places[single]
    pairs[before[double], last[double]] = places[double]
    triple = first != NOTHING
    starts, lines = np.unique(first[triple] * size + before[triple], return_inverse=True)
    beginnings = np.zeros(size * size, np.uint16)
    beginnings[starts] = np.arange(1, len(starts) + 1)
    triples = np.zeros((len(starts) + 1, size), np.uint16)
    triples[lines + 1, last[triple]] = places[triple]
    return Group(
        tags=tuple(map(str, parts["tags"])),
        numbers=_numbers(alphabet, script),
        pairs=pairs,
        beginnings=beginnings.reshape(size, size),
        triples=triples,
        words=_packed(rows),
    )


def _packed(rows: NDArray[Any]) -> NDArray[np.uint64]:
    """Pack rows of penalties, an empty one put before them, into words of `LANES` sums each."""
    width = -(-rows.shape[1] // LANES)
    words = np.zeros((len(rows) + 1, width), np.uint64)
    for lane, shift in enumerate(SHIFTS):
        part = rows[:, lane * width : (lane + 1) * width]
        words[1:, : part.shape[1]] |= part.astype(np.uint64) << shift
    return words


def _numbers(alphabet: NDArray[Any], script: str) -> NDArray[np.uint8]:
    numbers = np.where(table()[: LAST + 1] == COLUMN[script], np.uint8(OTHER), np.uint8(SPACE))
    numbers[LAST] = SPACE
    numbers[alphabet.astype(np.intp)] = np.arange(OTHER + 1, OTHER + 1 + len(alphabet))
    for point, other in FOLDED.items():
        numbers[point] = numbers[other]
    return numbers


def penalties(texts: Sequence[str], group: Group) -> NDArray[np.float64]:
    """Penalty of each language for each cleaned text, 0 for the best: natural logarithms, shape (texts, languages)."""
    if not texts:
        return np.zeros((0, len(group.tags)))
    rows, lengths = places(texts, group)
    sums = _sums(rows, np.cumsum(lengths // BLOCK), group)
    above: NDArray[np.float64] = (sums - sums.min(axis=1, keepdims=True)) * STEP
    return above


def places(texts: Sequence[str], group: Group) -> tuple[NDArray[np.uint16], NDArray[np.intp]]:
    """Row of the longest known sequence that ends at each character of all padded texts, and their lengths."""
    # A space before and after each text, so that first and last sequences are as those inside.
    points, lengths = codes([f" {text} ".ljust(-(-(len(text) + 2) // BLOCK) * BLOCK) for text in texts])
    return _places(group.numbers.take(np.minimum(points, LAST)), group), lengths


def _places(numbers: NDArray[np.uint8], group: Group) -> NDArray[np.uint16]:
    """Row of the longest known sequence that ends at each character."""
    size = len(group.pairs)
    twos = numbers.astype(np.intp)
    twos[1:] += size * numbers[:-1].astype(np.intp)
    twos[0] += size * SPACE
    lines = np.empty_like(twos)
    lines[0] = group.beginnings[SPACE, SPACE]
    lines[1:] = group.beginnings.take(twos[:-1])
    longest = group.triples.take(lines * size + numbers)
    places: NDArray[np.uint16] = np.where(longest > 0, longest, group.pairs.take(twos))
    return places


def _sums(places: NDArray[np.uint16], ends: NDArray[np.intp], group: Group) -> NDArray[np.int64]:
    """Add up the rows at `places` text by text; `ends` are the blocks at which texts end, shape (texts, tags)."""
    first, *others = places.reshape(-1, BLOCK).T.astype(np.intp)
    blocks = group.words.take(first, axis=0)
    for column in others:
        blocks += group.words.take(column, axis=0)
    # The running sum passes 64 bits on long pages; differences of two of its values are right all the same.
    running = np.add.accumulate(np.ascontiguousarray(blocks.T), axis=1)
    totals = running.take(ends - 1, axis=1)
    totals[:, 1:] -= totals[:, :-1].copy()
    lanes = np.concatenate([(totals >> shift) & MASK for shift in SHIFTS])
    return lanes[: len(group.tags)].T.astype(np.int64)
