"""The most frequent of a stream of names, in bounded memory.

Source: J. Misra, D. Gries, "Finding repeated elements", 1982.
"""

from collections import Counter
from typing import Final

ROOM: Final = 50_000
"""Names that are counted at a time."""


class Frequent:
    """Counts names: exactly while they are few; beyond, rare ones are forgotten.

    `error` is how far counts may fall short, 0 while they are exact.
    """

    def __init__(self, room: int = ROOM) -> None:
        self._room = room
        self._counts: Counter[str] = Counter()
        self.error = 0

    def add(self, name: str) -> None:
        """Count a name once."""
        self._counts[name] += 1
        if len(self._counts) > self._room:
            self._shrink()

    def top(self, number: int) -> list[tuple[str, int]]:
        """Return the most frequent names with their counts, equal ones by name."""
        return sorted(self._counts.items(), key=lambda item: (-item[1], item[0]))[:number]

    def __len__(self) -> int:
        """Return how many names are counted now."""
        return len(self._counts)

    def _shrink(self) -> None:
        """Take the median from all counts, so that half of the names go: all at once, which costs least."""
        less = sorted(self._counts.values())[len(self._counts) // 2]
        self._counts = Counter({name: count - less for name, count in self._counts.items() if count > less})
        self.error += less
