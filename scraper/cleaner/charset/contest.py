"""Comparing readings: the same words read in every encoding worth trying, the cheapest wins."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from scraper.cleaner.charset.labels import read
from scraper.cleaner.charset.plausibility import cost
from scraper.cleaner.charset.profiles import CANDIDATES, EVERY

_BELIEVED = 4.8
_POSSIBLE = 7.5
_ASCII_BITS = 4.4

_ANY = (EVERY, 8.0)
_TWINS: Final[Mapping[str, str]] = {"gbk": "gb18030", "iso-8859-8-i": "windows-1255", "iso-8859-8": "windows-1255"}
_QUICK = 350
_DECLARED = 20.0
_SLACK = 1.1


@dataclass(frozen=True, slots=True)
class Reading:
    """How one encoding reads some words."""

    name: str
    """Canonical name of the encoding."""
    bits: float
    """Price of the text it gives, bonus and rarity of the encoding counted in."""
    believable: bool
    """Whether the text looks like a language at all."""


def believable(sample: bytes, name: str) -> bool:
    """Tell whether words read in this encoding look like a language; true where there are no words."""
    sample = _head(sample, 2 * _QUICK)
    return not sample or _strain(_bits(sample, name), sample) <= _BELIEVED


def best(sample: bytes, declared: Iterable[str]) -> Reading:
    """Return the cheapest reading of these words; what was `declared` is tried as well and has an advantage."""
    wanted = tuple(declared)
    names = (*wanted, *(name for name in CANDIDATES if name not in {_TWINS.get(word, word) for word in wanted}))
    quick = _readings(_head(sample, _QUICK), names, wanted)
    limit = min(reading.bits for reading in quick) * _SLACK + _DECLARED
    likely = [reading.name for reading in quick if reading.bits <= limit]
    return min(_readings(sample, likely, wanted), key=lambda reading: reading.bits)


def _readings(sample: bytes, names: Iterable[str], declared: tuple[str, ...]) -> list[Reading]:
    """Read the words in each encoding."""
    prices = ((name, _bits(sample, name)) for name in names)
    return [
        Reading(name, bits + _rarity(name) - _DECLARED * (name in declared), _strain(bits, sample) <= _POSSIBLE)
        for name, bits in prices
    ]


def _bits(sample: bytes, name: str) -> float:
    """Return the price of the words read in one encoding."""
    return cost(read(sample, name), _candidate(name)[0])


def _strain(bits: float, sample: bytes) -> float:
    """Return the bits for each byte beyond ASCII; 80 % of right readings need up to 5, 99 % of wrong ones more."""
    ascii_bytes = len(sample.decode("ascii", "ignore"))
    return (bits - _ASCII_BITS * ascii_bytes) / max(len(sample) - ascii_bytes, 1)


def _rarity(name: str) -> float:
    """Return how rare an encoding is, in bits."""
    return _candidate(name)[1]


def _candidate(name: str) -> tuple[tuple[str, ...], float]:
    """Return languages and rarity of an encoding, of its twin's where it has one."""
    return CANDIDATES.get(_TWINS.get(name, name), _ANY)


def _head(sample: bytes, size: int) -> bytes:
    """Return about the first `size` bytes, whole words."""
    if len(sample) <= size:
        return sample
    end = sample.rfind(b" ", 1, size)
    return sample[: end if end > 0 else size]
