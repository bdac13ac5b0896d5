"""A 64-bit simhash of a story: nearly equal texts have nearly equal hashes, in every script.

Source: M. Charikar, "Similarity estimation techniques from rounding algorithms", STOC 2002; over triples of tokens,
where each character of a script without spaces is a token of its own.
"""

import re
from collections.abc import Sequence
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

_TOKEN = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\W_]+")
_TRIPLE = 3
_ODD = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9], dtype=np.uint64)
_MOST_TOKENS = 20_000
"""Tokens beyond these change nothing any more and would only cost time; fewer than sixteen bits can count."""


def simhash(text: str) -> str:
    """Return the simhash of a text as sixteen hex digits; empty for a text without letters or digits."""
    tokens = _TOKEN.findall(text.casefold())[:_MOST_TOKENS]
    if not tokens:
        return ""
    triples = np.unique(_triples(tokens))
    bits = np.unpackbits(triples.view(np.uint8).reshape(-1, 8), axis=1)
    majority = bits.sum(axis=0, dtype=np.uint16) > len(bits) // 2
    return np.packbits(majority).tobytes().hex()


def _triples(tokens: Sequence[str]) -> NDArray[np.uint64]:
    """Return one 64-bit number for each three tokens in a row (for the whole text where it has fewer)."""
    hashed = np.fromiter(map(crc32, map(str.encode, tokens)), np.uint64, len(tokens))
    if len(hashed) < _TRIPLE:
        hashed = np.pad(hashed, (0, _TRIPLE - len(hashed)))
    # Each place in a triple is multiplied by another odd number, so that order counts; overflow is wanted.
    mixed = hashed[:-2] * _ODD[0] + hashed[1:-1] * _ODD[1] + hashed[2:] * _ODD[2]
    return np.ascontiguousarray((mixed ^ (mixed >> np.uint64(31))) * _ODD[0], dtype=">u8")
