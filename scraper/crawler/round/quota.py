"""How many pages may still be fetched: in all, and for each source."""

from collections import Counter
from collections.abc import Sequence

from scraper.model.source import Source


class Quota:
    """Counts pages of a round against what is allowed."""

    def __init__(self, sources: Sequence[Source], only: frozenset[str] | None, limit: int | None) -> None:
        self._most = {source.name: source.max_pages for source in sources if only is None or source.name in only}
        self._limit = limit
        self._used: Counter[str] = Counter()
        self._all = 0
        self._open = frozenset(self._most)

    @property
    def spent(self) -> bool:
        """Whether no page may be fetched any more."""
        return self._limit is not None and self._all >= self._limit

    def sources(self) -> frozenset[str]:
        """Return the names of the sources that may have more pages."""
        return frozenset() if self.spent else self._open

    def use(self, source: str) -> bool:
        """Count a page, or tell that it may not be fetched."""
        if self.spent or source not in self._open:
            return False
        self._used[source] += 1
        self._all += 1
        if self._used[source] == self._most[source]:
            self._open -= {source}
        return True

    def renew(self, source: str) -> None:
        """Begin a new round of a source: it may have as many pages again."""
        self._used[source] = 0
        self._open |= {source}
