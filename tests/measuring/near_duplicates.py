"""How well near-duplicates are found: `python -m tests.measuring.near_duplicates GOLD.jsonl [LANGUAGE …]`.

Stories of a corpus (`text` and `language` of its rows), each changed in five ways, are compared with all originals of
their language, by the simhash of the record and by what `scraper dedup` does. Recall: changed stories whose original is
found. Precision: found pairs that are an original and its own change; stories that are near-duplicates of one another
in the corpus itself were looked for beforehand (half of their triples in common) and count neither way.
"""

import json
import random
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path

import numpy as np

from scraper.cleaner.fingerprint import shingles, simhash
from scraper.dataset.dedup.minhash import LEAST, estimate, signature

_LEAST_TOKENS = 60
_RADII = (2, 3, 4, 6, 8, 10, 12)
Change = Callable[[str, Sequence[str], random.Random], str]


def _word(text: str, others: Sequence[str], chance: random.Random) -> str:
    """Replace one part in fifty by one of another story (two characters, or a word where there are spaces)."""
    parts, joint = _parts(text)
    spare = _parts(chance.choice(others))[0]
    for at in chance.sample(range(len(parts)), max(1, len(parts) // 50)):
        parts[at] = chance.choice(spare)
    return joint.join(parts)


def _cut(text: str, others: Sequence[str], chance: random.Random) -> str:
    """Leave out the last tenth."""
    return text[: len(text) * 9 // 10]


def _begin(text: str, others: Sequence[str], chance: random.Random) -> str:
    """Put a tenth of another story before it."""
    return chance.choice(others)[: len(text) // 10] + text


def _middle(text: str, others: Sequence[str], chance: random.Random) -> str:
    """Leave out a tenth in the middle."""
    at = chance.randrange(len(text) * 9 // 10)
    return text[:at] + text[at + len(text) // 10 :]


def _third(text: str, others: Sequence[str], chance: random.Random) -> str:
    """Leave out the last third."""
    return text[: len(text) * 2 // 3]


CHANGES: Mapping[str, Change] = {
    "2 % of the words": _word,
    "last tenth cut": _cut,
    "tenth put before": _begin,
    "tenth cut inside": _middle,
    "last third cut": _third,
}


def _parts(text: str) -> tuple[list[str], str]:
    words = text.split()
    if len(text) < 12 * len(words):
        return words, " "
    return [text[at : at + 2] for at in range(0, len(text), 2)], ""


def _alike(one: np.ndarray, other: np.ndarray) -> float:
    both = len(np.intersect1d(one, other, assume_unique=True))
    return both / (len(one) + len(other) - both)


def measure(texts: Sequence[str], chance: random.Random) -> Iterator[str]:
    """Yield the lines of one language."""
    sets = [shingles(text) for text in texts]
    known = {pair for pair in combinations(range(len(texts)), 2) if _alike(sets[pair[0]], sets[pair[1]]) >= 0.2}
    hashes = np.array([int(simhash(text), 16) for text in texts], dtype=np.uint64)
    signatures = np.array([signature(own) for own in sets])
    yield f"{len(texts)} stories, {len(known)} pairs of near-duplicates of their own"
    for name, change in CHANGES.items():
        changed = [change(text, texts, chance) for text in texts]
        near = np.array([int(simhash(text), 16) for text in changed], dtype=np.uint64)
        apart = np.bitwise_count(near[:, None] ^ hashes[None, :])
        own = np.array([signature(shingles(text)) for text in changed])
        alike = np.array([[estimate(a, b) for b in signatures] for a in own])
        found = [(f"simhash <= {radius}", apart <= radius) for radius in _RADII]
        found += [(f"minhash >= {least}", alike >= least) for least in (0.5, 0.6, LEAST, 0.8)]
        for label, matrix in found:
            yield f"  {name:18} {label:15} {_score(matrix, known)}"


def _score(found: np.ndarray, known: set[tuple[int, int]]) -> str:
    right = int(np.diag(found).sum())
    wrong = sum((min(a, b), max(a, b)) not in known for a, b in np.argwhere(found).tolist() if a != b)
    return f"recall {right / len(found):.3f}  precision {right / max(1, right + wrong):.3f}"


def main(path: str, languages: Sequence[str]) -> None:
    """Print the figures of each language."""
    rows: dict[str, list[str]] = defaultdict(list)
    for line in Path(path).read_bytes().splitlines():
        row = json.loads(line)
        if len(shingles(row["text"])) >= _LEAST_TOKENS:
            rows[row["language"]].append(row["text"])
    for language, texts in rows.items():
        if not languages or language in languages:
            chance = random.Random(1)  # noqa: S311 -- the same every time
            sys.stdout.write(f"{language}: " + "\n".join(measure(texts[:120], chance)) + "\n")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
