"""What can be measured of a block alone: its size in every script, its sentences, its links."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from scraper.model.segment import Block

# One character of these scripts says about as much as two and a half of an alphabet.
_DENSE = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_DENSITY = 1.5
_RUNNING = 80.0
_SURELY_RUNNING = 200.0
# Ends of sentences: Latin, Greek, Armenian, Arabic, Urdu, Devanagari, Burmese, Khmer, Ethiopic, CJK and full width.
_SENTENCE_END = re.compile(
    r"[.!?\u2026\u037e\u0589\u061f\u06d4\u0964\u0965\u104b\u17d4\u1362\uff0e](?=[\s\"'\u201d\u2019\u00bb\u300d\u300f)\]]|$)"
    r"|[\u3002\uff01\uff1f]"
)


class Facts(NamedTuple):
    """Measures of one block."""

    size: float
    """Characters without white space, those of dense scripts (Chinese, Thai …) counted two and a half times."""
    sentences: int
    """Ends of sentences of any script."""
    linked: float
    """Share of the characters that stand inside links, 0 to 1."""

    reads: bool
    """Whether it is running text: long enough, with sentences, not mostly links."""


def measure(blocks: Sequence[Block]) -> list[Facts]:
    """Return the facts of each block, in order."""
    return [_measure(block) for block in blocks]


def _measure(block: Block) -> Facts:
    """Return the facts of one block; plain ASCII and short texts take the short way."""
    text = block.text
    chars = len(text) - text.count(" ") - text.count("\n") - text.count("\t")
    size = chars if text.isascii() else chars + _DENSITY * len(_DENSE.findall(text))
    linked = min(1.0, block.link_chars / max(1, chars))
    sentences = sum(1 for _ in _SENTENCE_END.finditer(text))
    return Facts(
        size=size,
        sentences=sentences,
        linked=linked,
        reads=size >= _RUNNING and linked < 0.5 and (sentences > 0 or size >= _SURELY_RUNNING),
    )
