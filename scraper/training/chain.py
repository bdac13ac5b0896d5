"""Where the blocks of a page stand in its gold text: of all places found, the heaviest chain that runs forward in both.

The chain is the weighted longest increasing subsequence of the places, by page order and gold order (Fenwick 1994 for
the prefix maxima): n places cost n log n.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

RUN = 4
"""Tokens that must follow one another in both texts to count as found."""
_MOST_COPIES = 40
"""Places of one run in the gold that are followed up; what stands there more often says nothing."""
_MOST_PLACES = 12
_BIN = 4
"""Tokens by which a block may shift against the gold and still be in one place: a bullet, a stop, a number."""
_SLACK = 3

Runs = Mapping[tuple[str, ...], Sequence[int]]


class Place(NamedTuple):
    """A stretch of the gold that a block may be."""

    block: int
    """Index of the block on its page."""
    start: int
    """First token of the stretch."""
    end: int
    """One past its last token."""
    weight: int
    """Tokens of the block that were found there."""


def runs_of(gold: Sequence[str]) -> Runs:
    """Return every run of one to four tokens of the gold with the places where it starts."""
    found: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for length in range(1, RUN + 1):
        for start in range(len(gold) - length + 1):
            found[tuple(gold[start : start + length])].append(start)
    return found


def coverage(tokens: Sequence[str], runs: Runs) -> float:
    """Return the share of a block's tokens that stand in runs which the gold has too; 0 of a block without tokens."""
    if not tokens:
        return 0.0
    if len(tokens) < RUN:
        return float(tuple(tokens) in runs)
    found = bytearray(len(tokens))
    for start in range(len(tokens) - RUN + 1):
        if tuple(tokens[start : start + RUN]) in runs:
            found[start : start + RUN] = b"\1" * RUN
    return sum(found) / len(tokens)


def places_of(block: int, tokens: Sequence[str], runs: Runs, length: int) -> Iterator[Place]:
    """Yield the places of a gold of `length` tokens where a block may stand, the likeliest first."""
    if 0 < len(tokens) < RUN:
        for start in runs.get(tuple(tokens), ())[:_MOST_COPIES]:
            yield Place(block, start, start + len(tokens), len(tokens))
        return
    shifts: Counter[int] = Counter()
    for offset in range(len(tokens) - RUN + 1):
        for start in runs.get(tuple(tokens[offset : offset + RUN]), ())[:_MOST_COPIES]:
            shifts[(start - offset) // _BIN] += 1
    for shift, votes in shifts.most_common(_MOST_PLACES):
        start = max(0, shift * _BIN)
        yield Place(block, start, min(length, start + len(tokens)), votes + RUN - 1)


def heaviest_chain(places: Sequence[Place], length: int) -> dict[int, Place]:
    """Return by block the places of the chain with the most tokens; no two of a block, none before an earlier one."""
    best = _Maxima(length + 2)
    before: dict[Place, Place | None] = {}
    for _, found in groupby(sorted(places, key=lambda place: place.block), key=lambda place: place.block):
        # All of a block are weighed before any is entered: a block cannot follow itself.
        entered = []
        for place in dict.fromkeys(found):
            slack = min(_SLACK, (place.end - place.start) // 2)
            weight, before[place] = best.up_to(min(place.start + slack, length))
            entered.append((weight + place.weight, place))
        for weight, place in entered:
            best.enter(place.end, weight, place)
    chain: dict[int, Place] = {}
    link = best.up_to(length + 1)[1]
    while link is not None:
        chain[link.block] = link
        link = before[link]
    return chain


class _Maxima:
    """The heaviest chain that ends at or before each token."""

    def __init__(self, size: int) -> None:
        self._tree: list[tuple[int, Place | None]] = [(0, None)] * (size + 1)

    def up_to(self, position: int) -> tuple[int, Place | None]:
        """Return weight and last place of the heaviest chain that ends at or before this token."""
        best: tuple[int, Place | None] = (0, None)
        index = position + 1
        while index > 0:
            best = max(best, self._tree[index], key=lambda entry: entry[0])
            index -= index & -index
        return best

    def enter(self, position: int, weight: int, place: Place) -> None:
        """Enter a chain that ends at this token."""
        index = position + 1
        while index < len(self._tree):
            if weight > self._tree[index][0]:
                self._tree[index] = (weight, place)
            index += index & -index
