"""A 64-bit simhash of a story: nearly equal texts have nearly equal hashes, in every script.

Source: M. Charikar, "Similarity estimation techniques from rounding algorithms", STOC 2002; over triples of tokens,
where each character of a script without spaces is a token of its own.
"""

import re
from hashlib import blake2b

import numpy as np

_TOKEN = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\W_]+")
_TRIPLE = 3
_MOST_TOKENS = 20_000
"""Tokens beyond these change nothing any more and would only cost time."""


def simhash(text: str) -> str:
    """Return the simhash of a text as sixteen hex digits; empty for a text without letters or digits."""
    tokens = _TOKEN.findall(text.casefold())[:_MOST_TOKENS]
    if not tokens:
        return ""
    triples = {" ".join(tokens[at : at + _TRIPLE]) for at in range(max(1, len(tokens) - _TRIPLE + 1))}
    digests = b"".join(sorted(blake2b(triple.encode(), digest_size=8).digest() for triple in triples))
    bits = np.unpackbits(np.frombuffer(digests, dtype=np.uint8).reshape(-1, 8), axis=1)
    majority = bits.sum(axis=0, dtype=np.int64) * 2 > len(bits)
    return np.packbits(majority).tobytes().hex()
