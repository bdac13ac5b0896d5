"""What became of a hostile page, and what of that is a fault."""

import resource
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scraper.model.document import Document, Skipped
from scraper.model.guard import Guard
from scraper.model.page import FetchResult
from scraper.workers import Plan, cleaned
from tests.hostile.kinds import KINDS

SECONDS, MEGABYTES = 5.0, 512
"""What one page may cost."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one page."""

    name: str
    """Its kind."""
    seconds: float
    """Processor seconds of its worker, from the fork on."""
    megabytes: int
    """The most that its worker held, in MiB."""
    what: str
    """Reason of a skip, or `document`."""
    lost: tuple[str, ...]
    """Sentences that a browser shows and the record does not have."""
    told: bool
    """Whether all of them are in the story too."""

    @property
    def faults(self) -> Iterator[str]:
        """Yield what is wrong."""
        kind = KINDS[self.name]
        if self.what != "document" and self.what not in kind.skips:
            yield f"skipped as {self.what}"
        if self.what == "document" and self.lost:
            yield f"lost {len(self.lost)} of {len(kind.shown)} sentences"
        if self.what == "document" and not kind.shown and kind.skips:
            yield "gave a document"
        if self.seconds > SECONDS:
            yield f"took more than {SECONDS:g} s"
        if self.megabytes > MEGABYTES:
            yield f"held more than {MEGABYTES} MiB"


def outcome(record: Document | Skipped) -> Outcome:
    """Return what there is to say of a record, in the worker that made it."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    kind = KINDS[record.source]
    shown = "\n".join(segment.text for segment in record.segments) if isinstance(record, Document) else ""
    return Outcome(
        record.source,
        time.process_time(),
        usage.ru_maxrss >> 10,
        record.skipped.value if isinstance(record, Skipped) else "document",
        tuple(sentence for sentence in kind.shown if sentence not in shown),
        isinstance(record, Document) and all(sentence in record.text for sentence in kind.shown),
    )


def outcomes(names: Iterable[str], guard: Guard, workers: int = 1) -> Iterator[Outcome]:
    """Yield the outcomes of kinds, in order."""
    plan = Plan(outcome, guard=guard, workers=workers)
    yield from cleaned((FetchResult(name, KINDS[name].make()) for name in names), plan)
