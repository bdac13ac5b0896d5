"""Second step: pages in, their records out, each page cleaned under guard in a process below the engine's own.

The engine's process never touches a page: one that hangs, swells or crashes costs a worker of the keeper, milliseconds
later there is another, and the engine has seen nothing.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from scraper.cluster.parcels import opened
from scraper.errors import ClusterError, WorkersError
from scraper.model.document import Document, MadeBy, Skipped
from scraper.workers import Plan, Pool, open_pool
from scraper.workers.cleaning import task, through
from scraper.workers.frames import HEAD, pack, unpack


@dataclass(frozen=True, slots=True)
class Orders:
    """What a machine of a cluster is told about cleaning."""

    plan: Plan[Any]
    """Choices of the line, limits of a page, and what is made of each record; the number of workers does not count."""
    made_by: MadeBy
    """Versions that must stand in the records; a machine with others must not take part."""

    def sealed(self) -> bytes:
        """Return the orders as bytes, which engines can send and compare."""
        return pack(self)


class GuardedLine:
    """A keeper with one worker, started with the first parcel and kept for all that follow."""

    def __init__(self, sealed: bytes) -> None:
        orders: Orders = unpack(sealed[HEAD.size :])
        self._made_by = orders.made_by
        self._plan = replace(orders.plan, finish=partial(_packed, orders.plan.finish), workers=1)
        self._stack = ExitStack()
        self._pool: Pool | None = None
        self.has_worked = False

    def clean(self, parcel: bytes) -> bytes:
        """Return the records of a parcel's pages as a parcel; what is no page stays in its place.

        Raises ClusterError where another version is installed here, WorkersError when the keeper is gone, and what
        `clean_result` raises for options that cannot be met.
        """
        answers = b"".join(self._answers(parcel))
        self.has_worked = True
        return answers

    def close(self) -> None:
        """End the processes; those that are gone need no end."""
        self._pool = None
        with suppress(WorkersError):
            self._stack.close()

    def _answers(self, parcel: bytes) -> Iterator[bytes]:
        """Yield frames: records were packed in the worker already."""
        for answer in through(self._open(), opened(parcel), self._plan):
            yield answer if isinstance(answer, bytes) else pack(answer)

    def _open(self) -> Pool:
        """Return the pool, started when it is first needed."""
        if self._pool is None:
            self._check()
            self._pool = self._stack.enter_context(open_pool(task(self._plan), 1))
        return self._pool

    def _check(self) -> None:
        """Refuse to make records that would differ from those of other machines."""
        from scraper.pipeline import versions

        here = versions(self._plan.options)
        if here != self._made_by:
            raise ClusterError(f"a machine of the cluster would clean with {here}, asked for was {self._made_by}")


def _packed(finish: Callable[[Any], object], record: Document | Skipped) -> bytes:
    """Return what is made of a record as a frame, in the worker that made it."""
    return pack(finish(record))
