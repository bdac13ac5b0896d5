"""Which blocks of a page its gold text consists of, where page and gold were cut by different hands.

A block is part of the gold where the heaviest chain of places (see `chain`) passes through it and most of its tokens
are there. Blocks of a few words stand in many places by chance: they are believed only among others that were found.
What cannot be told (a second copy, half a block, a lone label) is left out of training rather than guessed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from scraper.corpora.tokens import tokens_of
from scraper.training.chain import RUN, Place, coverage, heaviest_chain, places_of, runs_of

_LONG = 8
"""Tokens from which a block is believed wherever it stands."""
_FAR, _NEAR = 5, 3
"""Blocks to each side of a short one of which half, or a long one among the nearest, must be part of the gold."""
_MOSTLY, _HALF, _PARTLY, _HARDLY = 0.6, 0.5, 0.35, 0.25


class Label(IntEnum):
    """What the gold says of a block."""

    UNKNOWN = -1
    OUT = 0
    IN = 1


@dataclass(frozen=True, slots=True)
class _Found:
    """What was found of a page's blocks in its gold; all by block."""

    pieces: Sequence[Sequence[str]]
    """Tokens."""
    shares: Sequence[float]
    """Share of the tokens that the gold has too."""
    chain: Mapping[int, Place]
    """Where the blocks that are part of the chain stand."""
    new: Mapping[int, float]
    """Of blocks outside the chain: the largest share of gold that no block of the chain tells."""
    lines: frozenset[tuple[str, ...]]
    """The gold's own lines."""


def label_blocks(texts: Sequence[str], gold: str) -> list[Label]:
    """Return for each block's text, in page order, whether it is part of the gold text."""
    wanted = tokens_of(gold)
    runs = runs_of(wanted)
    pieces = [tokens_of(text) for text in texts]
    shares = [coverage(piece, runs) for piece in pieces]
    places = [
        place
        for block, piece in enumerate(pieces)
        if shares[block] >= _HARDLY
        for place in places_of(block, piece, runs, len(wanted))
    ]
    chain = heaviest_chain(places, len(wanted))
    lines = frozenset(tuple(tokens_of(line)) for line in gold.split("\n"))
    found = _Found(pieces, shares, chain, _untold(places, chain, len(wanted)), lines)
    return [_label(block, found) for block in range(len(texts))]


def _untold(places: Sequence[Place], chain: Mapping[int, Place], length: int) -> dict[int, float]:
    """Return for blocks outside the chain how much of their best place no block of the chain tells."""
    told = bytearray(length)
    for place in chain.values():
        told[place.start : place.end] = b"\1" * (place.end - place.start)
    new: dict[int, float] = {}
    for place in places:
        if place.block not in chain and place.end > place.start:
            share = 1 - sum(told[place.start : place.end]) / (place.end - place.start)
            new[place.block] = max(new.get(place.block, 0.0), share)
    return new


def _label(block: int, found: _Found) -> Label:
    """Decide on one block."""
    piece, share = found.pieces[block], found.shares[block]
    if not piece:
        return Label.UNKNOWN
    if share < _HARDLY:
        return Label.OUT
    if block not in found.chain:
        return _elsewhere(piece, share, found.new.get(block, 0.0))
    if len(piece) >= _LONG:
        return _by_share(share, _PARTLY, Label.IN)
    if not _among_others(block, found):
        return Label.UNKNOWN if tuple(piece) in found.lines else Label.OUT
    return Label.IN if share >= _MOSTLY else Label.UNKNOWN


def _elsewhere(piece: Sequence[str], share: float, new: float) -> Label:
    """Decide on a block whose words the gold has in another place: moved text is part of it, a copy cannot be told."""
    if len(piece) < RUN:
        return Label.OUT
    if len(piece) < _LONG:
        return Label.UNKNOWN if share > _MOSTLY else Label.OUT
    return _by_share(share, _HALF, Label.IN if new > _HALF else Label.UNKNOWN)


def _by_share(share: float, least: float, mostly: Label) -> Label:
    """Decide by the share that was found: `mostly`, unknown, or hardly any."""
    if share >= _MOSTLY:
        return mostly
    return Label.UNKNOWN if share >= least else Label.OUT


def _among_others(block: int, found: _Found) -> bool:
    """Whether a short block stands where the gold's text is."""
    last = len(found.pieces)
    around = [
        other
        for other in range(max(0, block - _FAR), min(last, block + _FAR + 1))
        if other != block and found.pieces[other]
    ]
    if sum(other in found.chain for other in around) >= _HALF * max(1, len(around)):
        return True
    near = range(max(0, block - _NEAR), min(last, block + _NEAR + 1))
    return any(_surely(other, found) for other in near if other != block)


def _surely(block: int, found: _Found) -> bool:
    """Whether a block is long and part of the gold."""
    return block in found.chain and len(found.pieces[block]) >= _LONG and found.shares[block] >= _HALF
