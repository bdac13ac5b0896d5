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
_PRINTERS_SIGNS = "’‘“”–—…\u00a0«»•·"
"""What English texts have beyond ASCII: signs for which a space may stand, since all letters around them stay apart."""
_LOWER = bytes(ord(chr(code).lower()) if chr(code).isascii() and chr(code).isalnum() else 32 for code in range(256))
_ASCII_SIGNS = bytes(code for code in range(128) if not chr(code).isalnum())
_TRIPLE = 3
_ODD = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9], dtype=np.uint64)
_MOST_TOKENS = 20_000
"""Tokens beyond these change nothing any more and would only cost time; fewer than sixteen bits can count."""


def story_key(text: str) -> str:
    """Return 32 hex digits that texts share whose letters and digits are the same; empty where there are none.

    Case, width, spaces and signs do not count. Source: Unicode normalisation form KC (UAX 15), default case folding.
    """
    digest, is_empty = blake2b(digest_size=16), True
    for piece in _PIECE.finditer(_plainer(text)):
        kept = _letters(piece[0])
        digest.update(kept.encode("utf-8", "replace"))
        is_empty = is_empty and not kept
    return "" if is_empty else digest.hexdigest()


def _letters(text: str) -> str:
    """Return letters and digits in their plainest form, and the marks that belong to them."""
    if text.isascii():
        return text.encode().translate(_LOWER, _ASCII_SIGNS).decode()
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    plain = _SIGNS.sub("", folded)
    return plain if plain.isascii() else _NOT_WORDS.sub(_marks, plain)


def _plainer(text: str) -> str:
    """Return a text with spaces for the signs that keep most lines of many languages from being ASCII."""
    if text.isascii():
        return text
    for sign in _PRINTERS_SIGNS:
        text = text.replace(sign, " ")
    return text


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
    tokens = _tokens(text)
    return _distinct(_triples(tokens)) if tokens else np.zeros(0, dtype=np.uint64)


def _distinct(numbers: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Return the numbers sorted, each once; for those of a story `np.unique` takes six times as long."""
    ordered = np.sort(numbers)
    once: NDArray[np.uint64] = ordered[np.append(True, ordered[1:] != ordered[:-1])]
    return once


def _tokens(text: str) -> list[bytes]:
    """Return the first tokens of a text in UTF-8; lines of ASCII, which are most, need no pattern."""
    tokens: list[bytes] = []
    for piece in _PIECE.finditer(_plainer(text)):
        line = piece[0]
        if line.isascii():
            tokens += line.encode().translate(_LOWER).split()
        else:
            tokens += map(str.encode, _TOKEN.findall(line.casefold()))
        if len(tokens) >= _MOST_TOKENS:
            break
    return tokens[:_MOST_TOKENS]


def _triples(tokens: Sequence[bytes]) -> NDArray[np.uint64]:
    """Return one 64-bit number for each three tokens in a row (for the whole text where it has fewer)."""
    hashed = np.fromiter(map(crc32, tokens), np.uint64, len(tokens))
    if len(hashed) < _TRIPLE:
        hashed = np.pad(hashed, (0, _TRIPLE - len(hashed)))
    # Each place in a triple is multiplied by another odd number, so that order counts; overflow is wanted.
    mixed = hashed[:-2] * _ODD[0] + hashed[1:-1] * _ODD[1] + hashed[2:] * _ODD[2]
    return np.asarray((mixed ^ (mixed >> np.uint64(31))) * _ODD[0], dtype=np.uint64)
