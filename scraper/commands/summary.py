"""What a run did, in a few lines for a person."""

from collections import Counter
from collections.abc import Iterator

from scraper.model.document import SkipReason
from scraper.writer import Rendered

_SHOWN = 5


class Summary:
    """Counts records as they pass; nothing of a record is kept."""

    def __init__(self) -> None:
        self.documents = 0
        self.unreadable = 0
        self.skipped: Counter[SkipReason] = Counter()
        self.roles: Counter[str] = Counter()
        self.languages: Counter[str] = Counter()

    def add(self, one: Rendered) -> None:
        """Count one record."""
        if one.skipped:
            self.skipped[one.skipped] += 1
            return
        self.documents += 1
        self.roles.update(one.roles)
        self.languages.update(one.languages)

    @property
    def pages(self) -> int:
        """Number of records: documents and skips."""
        return self.documents + self.skipped.total()

    def lines(self, seconds: float) -> Iterator[str]:
        """Yield the summary, one thing a line; `seconds` is how long the run took."""
        rate = f", {self.pages / seconds:.1f} pages/s" if seconds > 0 and self.pages else ""
        yield f"{self.pages} pages in {seconds:.1f} s{rate}: {self.documents} documents, {self.skipped.total()} skipped"
        if self.skipped:
            yield f"skipped: {_counts(self.skipped)}"
        if self.unreadable:
            yield f"inputs that could not be read: {self.unreadable}"
        if self.roles:
            yield f"segments: {_counts(self.roles)}"
            yield f"languages: {_counts(self.languages, _SHOWN)}"


def _counts(counter: Counter[str] | Counter[SkipReason], shown: int = 99) -> str:
    """Return names with their counts, most frequent first, equal ones by name; those after `shown` as one sum."""
    ranked = sorted(counter.items(), key=lambda item: (-item[1], item[0]))
    parts = [f"{name} {count}" for name, count in ranked[:shown]]
    rest = sum(count for _, count in ranked[shown:])
    return ", ".join([*parts, *([f"others {rest}"] if rest else [])])
