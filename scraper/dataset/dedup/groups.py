"""From keys and signatures to groups.

Candidates for near-duplicates stand in one bucket of one of 25 bands of five numbers: two stories with seven tenths in
common do with probability 0.99, with three tenths 0.06. Within a bucket each is compared with the first, what is unlike
it with the next that is left, so that a bucket of a million costs no million squared. Source: J. Leskovec,
A. Rajaraman, J. Ullman, "Mining of Massive Datasets", chapter 3.
"""

from collections.abc import Iterator
from enum import StrEnum
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from scraper.dataset.dedup.minhash import LEAST

Numbers = NDArray[np.int64]

_BANDS: Final = 25
_WIDTH: Final = 5
_CHUNK: Final = 1 << 16
_LEADERS: Final = 16
"""Times a bucket is gone through: what is unlike so many others there will meet its like in another band."""

_ODD: Final = np.array(
    [0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xFF51AFD7ED558CCD, 0xC4CEB9FE1A85EC53],
    dtype=np.uint64,
)


class Keep(StrEnum):
    """Which record of a group stands for it."""

    FIRST = "first"
    LONGEST = "longest"


def grouped(notes: NDArray[Any], signatures: NDArray[np.uint32] | None, least: float = LEAST) -> Numbers:
    """Return for every record the number of the first of its group; one without a story is alone.

    `least`: the share in common from which on stories are near, `LEAST` or more.
    """
    parents = np.arange(len(notes), dtype=np.int64)
    has_story = (notes["high"] != 0) | (notes["low"] != 0)
    told = np.flatnonzero(has_story)
    for run in _equal(told, notes["high"][told], notes["low"][told]):
        parents[run] = run[0]
    if signatures is not None:
        # Equal stories are joined: only the first of them looks for others that are near.
        alone = told[parents[told] == told]
        for bucket in _buckets(signatures, alone):
            _join_alike(parents, signatures, bucket, least)
    for number in range(len(parents)):
        # A parent is always the smaller number, so its own root is known by now.
        parents[number] = parents[parents[number]]
    return parents


def kept(firsts: Numbers, chars: Numbers, keep: Keep) -> Numbers:
    """Return for every record the number of the one that stands for its group: of equally long ones the first."""
    if keep is Keep.FIRST:
        return firsts
    order = np.lexsort((np.arange(len(firsts)), -chars))[::-1]
    best = np.arange(len(firsts), dtype=np.int64)
    # Of all assignments to one place the last one stays: the longest comes last.
    best[firsts[order]] = order
    return np.asarray(best[firsts])


def _equal(numbers: Numbers, *keys: NDArray[np.uint64]) -> Iterator[Numbers]:
    """Yield the numbers that share all keys, in ascending order, where two or more do."""
    if not len(numbers):
        return
    order = np.lexsort((numbers, *keys))
    same = np.ones(len(numbers) - 1, dtype=bool)
    for key in keys:
        same &= key[order][1:] == key[order][:-1]
    edges = np.diff(np.concatenate(([0], same.view(np.int8), [0])))
    for start, end in zip(np.flatnonzero(edges == 1), np.flatnonzero(edges == -1), strict=True):
        yield numbers[order[start : end + 1]]


def _buckets(signatures: NDArray[np.uint32], numbers: Numbers) -> Iterator[Numbers]:
    """Yield records that may be near one another, band by band."""
    for band in range(_BANDS):
        yield from _equal(numbers, _band(signatures, numbers, band * _WIDTH))


def _band(signatures: NDArray[np.uint32], numbers: Numbers, start: int) -> NDArray[np.uint64]:
    """Return one number for five of each signature; a few megabytes of them are in memory at a time."""
    found = np.empty(len(numbers), dtype=np.uint64)
    for at in range(0, len(numbers), _CHUNK):
        part = signatures[numbers[at : at + _CHUNK], start : start + _WIDTH].astype(np.uint64)
        mixed = part * _ODD
        found[at : at + _CHUNK] = (mixed ^ (mixed >> np.uint64(29))).sum(axis=1, dtype=np.uint64)
    return found


def _join_alike(parents: Numbers, signatures: NDArray[np.uint32], bucket: Numbers, least: float) -> None:
    """Join those of a bucket that have enough in common with the first that is left."""
    for _ in range(_LEADERS):
        if len(bucket) < 2:
            return
        leader, others = bucket[0], bucket[1:]
        shares = (signatures[others] == signatures[leader]).mean(axis=1)
        for other in others[shares >= least]:
            _join(parents, int(leader), int(other))
        bucket = others[shares < least]


def _join(parents: Numbers, one: int, other: int) -> None:
    """Make two groups one, with the smaller number as its root."""
    first, second = sorted((_root(parents, one), _root(parents, other)))
    parents[second] = first


def _root(parents: Numbers, number: int) -> int:
    """Return the first of a record's group, shortening the way for the next who asks."""
    while parents[number] != number:
        parents[number] = parents[parents[number]]
        number = int(parents[number])
    return number
