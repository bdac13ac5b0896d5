"""Digests of a story: one that equal texts share, one that is nearly equal for nearly equal texts, in every script.

Source of the simhash: M. Charikar, "Similarity estimation techniques from rounding algorithms", STOC 2002; over triples
of tokens, where each character of a script without spaces is a token of its own.
"""

import re
import unicodedata
from collections.abc import Sequence
from hashlib import blake2b
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

_TOKEN = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\W_]+")
_NOT_WORDS = re.compile(r"[\W_]+")
_SIGNS = re.compile(r"[\x00-/:-@\[-`{-\x7f]+")
"""What is plainly no letter: most of what is taken out, without a look at each."""
_PIECE = re.compile(r"[^\n]{1,100000}")
"""A line; nothing is composed across its end. Longer ones were written by nobody, and would take much memory."""
_TRIPLE = 3
_ODD = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9], dtype=np.uint64)
_MOST_TOKENS = 20_000
"""Tokens beyond these change nothing any more and would only cost time; fewer than sixteen bits can count."""


def story_key(text: str) -> str:
    """Return 32 hex digits that texts share whose letters and digits are the same; empty where there are none.

    Case, width, spaces and signs do not count. Source: Unicode normalisation form KC (UAX 15), default case folding.
    """
    digest, is_empty = blake2b(digest_size=16), True
    for piece in _PIECE.finditer(text):
        kept = _letters(piece[0])
        digest.update(kept.encode("utf-8", "replace"))
        is_empty = is_empty and not kept
    return "" if is_empty else digest.hexdigest()


def _letters(text: str) -> str:
    """Return letters and digits in their plainest form, and the marks that belong to them."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    plain = _SIGNS.sub("", folded)
    return plain if plain.isascii() else _NOT_WORDS.sub(_marks, plain)


def _marks(found: re.Match[str]) -> str:
    """Return the vowel signs and accents among signs: regular expressions do not take them for letters."""
    return "".join(sign for sign in found[0] if unicodedata.category(sign)[0] == "M")


def simhash(text: str) -> str:
    """Return the simhash of a text as sixteen hex digits; empty for a text without letters or digits."""
    triples = shingles(text)
    if not len(triples):
        return ""
    bits = np.unpackbits(triples.astype(">u8").view(np.uint8).reshape(-1, 8), axis=1)
    majority = bits.sum(axis=0, dtype=np.uint16) > len(bits) // 2
    return np.packbits(majority).tobytes().hex()


def shingles(text: str) -> NDArray[np.uint64]:
    """Return one number for each three tokens that stand in a row in a text, sorted, each once; empty without words."""
    tokens = _TOKEN.findall(text.casefold())[:_MOST_TOKENS]
    return np.unique(_triples(tokens)) if tokens else np.zeros(0, dtype=np.uint64)


def _triples(tokens: Sequence[str]) -> NDArray[np.uint64]:
    """Return one 64-bit number for each three tokens in a row (for the whole text where it has fewer)."""
    hashed = np.fromiter(map(crc32, map(str.encode, tokens)), np.uint64, len(tokens))
    if len(hashed) < _TRIPLE:
        hashed = np.pad(hashed, (0, _TRIPLE - len(hashed)))
    # Each place in a triple is multiplied by another odd number, so that order counts; overflow is wanted.
    mixed = hashed[:-2] * _ODD[0] + hashed[1:-1] * _ODD[1] + hashed[2:] * _ODD[2]
    return np.asarray((mixed ^ (mixed >> np.uint64(31))) * _ODD[0], dtype=np.uint64)
