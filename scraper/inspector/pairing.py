"""Which text of one list is which of another: the same words, the first time they stand there with the first time."""

from collections import defaultdict, deque
from collections.abc import Sequence

Pair = tuple[int | None, int | None]
"""Index in the one list and in the other, None where the text is not there."""


def pair(one: Sequence[str], other: Sequence[str]) -> list[Pair]:
    """Return all texts of both lists paired, in the order of `one`; what only `other` has comes behind its neighbour.

    Linear in the number of texts, so that pages of thousands of segments do not slow down a comparison of many.
    """
    places: dict[str, deque[int]] = defaultdict(deque)
    for index, text in enumerate(other):
        places[text].append(index)
    partners = [places[text].popleft() if places[text] else None for text in one]
    alone = set(range(len(other))) - {partner for partner in partners if partner is not None}
    pairs: list[Pair] = []
    for index, partner in enumerate(partners):
        pairs.append((index, partner))
        while partner is not None and (partner := partner + 1) in alone:
            alone.remove(partner)
            pairs.append((None, partner))
    # What stands before the first text that both have follows no neighbour, and so does what stands behind a gap.
    return [*((None, index) for index in sorted(alone)), *pairs]
