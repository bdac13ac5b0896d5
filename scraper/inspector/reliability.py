"""Whether confidences mean what they say: what is claimed against what is right, a tenth of the scale a line."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

BINS: Final = 10
"""Lines of the table, each as wide as the others."""


@dataclass(frozen=True, slots=True)
class Bin:
    """One line of a reliability table."""

    least: float
    """Lowest confidence of the bin."""
    segments: int
    """Number of segments with such a confidence."""
    confidence: float
    """Their mean confidence."""
    right: float
    """Share of them that are right."""


def bins(answers: Iterable[tuple[float, bool]]) -> Iterator[Bin]:
    """Yield the lines for answers, each with its confidence and whether it is right; the lowest confidences first."""
    sorted_in: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for confidence, right in answers:
        sorted_in[min(BINS - 1, int(confidence * BINS))].append((confidence, right))
    for number, those in sorted(sorted_in.items()):
        claimed, right_ones = (sum(column) / len(those) for column in zip(*those, strict=True))
        yield Bin(number / BINS, len(those), round(claimed, 4), round(right_ones, 4))
