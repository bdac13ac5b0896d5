"""So many workers, each replaced when it dies; jobs in, answers out in the same order, no more in memory than needed.

One thread, no callbacks: whoever asks for the next answer does the sending and receiving meanwhile.
"""

import selectors
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final, cast

from scraper.errors import ScraperError
from scraper.model.guard import Guard
from scraper.workers.child import ERROR
from scraper.workers.frames import pack
from scraper.workers.keeper import End, Task
from scraper.workers.lost import Lost, explain
from scraper.workers.owner import Keeper, open_keeper
from scraper.workers.worker import Ticket, Worker

_AHEAD = 4
"""Jobs a worker has at a time, so that it never waits for this process."""
_WINDOW = 64
"""Jobs a worker that are taken before the oldest has its answer: one slow page does not stop the others."""
_BYTES = 64 * 2**20
"""Bytes of jobs and answers that are held before no more jobs are taken."""


@dataclass(frozen=True, slots=True)
class Ready:
    """An answer that stands in the place of a job: nothing is to be done for it but keeping the order."""

    value: object
    """The answer."""


@contextmanager
def open_pool(task: Task, workers: int) -> Iterator["Pool"]:
    """Start a keeper for the task and yield its pool; on leaving, all processes are ended, busy or not.

    Raises what `task.prepare` raises of this package's own errors.
    """
    with open_keeper(task) as keeper:
        pool = Pool(keeper, task.guard, workers)
        try:
            yield pool
        finally:
            pool.drop()


class Pool:
    """Calls the task's function in workers."""

    def __init__(self, keeper: Keeper, guard: Guard, workers: int) -> None:
        self._keeper = keeper
        self._guard = guard
        self._size = workers
        self._workers: list[Worker] = []
        self._selector = selectors.DefaultSelector()

    def stream(self, jobs: Iterable[object]) -> Iterator[Any]:
        """Yield what the task's function returns for each job, or Lost, in the order of the jobs.

        Jobs are taken as they are needed; at most `_WINDOW` a worker and about `_BYTES` are held. Only one stream at a
        time. Raises this package's own errors that the function raises.
        """
        course = _Course()
        source = iter(jobs)
        try:
            while not course.is_done:
                yield from course.due()
                if course.has_room(self._size) and self._free() is not None:
                    self._turn(course, 0)
                    self._take(next(source, _END), course)
                elif course.flying:
                    self._turn(course, None)
            yield from course.due()
        finally:
            if course.flying:
                self.drop()

    def drop(self) -> None:
        """End all workers, whatever they do."""
        while self._workers:
            self._bury(self._workers[0])
        self._selector.close()
        self._selector = selectors.DefaultSelector()

    def _take(self, item: object, course: "_Course") -> None:
        """Send a job to a worker, or keep an answer for its turn."""
        if item is _END:
            course.is_closed = True
        elif isinstance(item, Ready):
            course.settle(item.value)
        else:
            ticket = Ticket(course.next_number(), pack(item))
            course.flying += 1
            course.held += len(ticket.frame)
            self._give(ticket)

    def _give(self, ticket: Ticket) -> None:
        """Send a job to the worker with the least to do."""
        worker = self._free() or self._workers[0]
        worker.give(ticket)
        self._watch(worker)

    def _free(self) -> Worker | None:
        """Return the worker with the least to do, a new one before a busy one; None where all have enough."""
        worker = min(self._workers, key=lambda worker: len(worker.waiting), default=None)
        if worker is None or (worker.waiting and len(self._workers) < self._size):
            return self._hatch()
        return worker if len(worker.waiting) < _AHEAD else None

    def _hatch(self) -> Worker:
        """Start a worker."""
        worker = Worker(*self._keeper.hatch())
        self._workers.append(worker)
        self._selector.register(worker.end, selectors.EVENT_READ, worker)
        return worker

    def _watch(self, worker: Worker) -> None:
        """Wait for a worker to take more only as long as there is more to send."""
        events = selectors.EVENT_READ | (selectors.EVENT_WRITE if worker.has_more_to_send else 0)
        if self._selector.get_key(worker.end).events != events:
            self._selector.modify(worker.end, events, worker)

    def _turn(self, course: "_Course", seconds: float | None) -> None:
        """Send and receive once; waits so long for something to happen, without end for None."""
        for key, events in self._selector.select(seconds):
            worker = cast("Worker", key.data)
            if events & selectors.EVENT_WRITE:
                worker.push()
            if events & selectors.EVENT_READ:
                self._hear(worker, course)
            if not worker.is_gone:
                self._watch(worker)

    def _hear(self, worker: Worker, course: "_Course") -> None:
        """Take a worker's answers; of one that is gone, what it had left goes to others."""
        for ticket, kind, value in worker.pull():
            if kind == ERROR:
                raise cast("ScraperError", value)
            course.land(ticket, value)
        if worker.is_gone:
            left = list(worker.waiting)
            how = self._bury(worker)
            if left and not how.is_farewell:
                self._mourn(left, course, explain(how, worker.words, self._guard))
            for ticket in left:
                self._give(ticket)

    def _mourn(self, left: list[Ticket], course: "_Course", lost: Lost) -> None:
        """Take the job that a worker died of off those it leaves; one that was ended from outside gets another try."""
        culprit = left[0]
        if lost.is_from_outside and not culprit.was_lost:
            culprit.was_lost = True
            return
        course.land(left.pop(0), lost)

    def _bury(self, worker: Worker) -> End:
        """Forget a worker and return how it ended; one that lives on is killed."""
        self._workers.remove(worker)
        self._selector.unregister(worker.end)
        worker.end.close()
        return self._keeper.bury(worker.pid, is_gone=worker.is_gone)


_END: Final = object()


class _Course:
    """Where a stream stands: what is on its way, what has come and waits for its turn."""

    def __init__(self) -> None:
        self.flying = 0
        self.held = 0
        self.is_closed = False
        self._taken = 0
        self._given = 0
        self._landed: dict[int, tuple[object, int]] = {}

    @property
    def is_done(self) -> bool:
        """Whether every job has been answered and there will be no more."""
        return self.is_closed and not self.flying

    def has_room(self, workers: int) -> bool:
        """Whether one more job may be taken; one always may where there is nothing else."""
        fits = self._taken - self._given < _WINDOW * workers and self.held < _BYTES
        return not self.is_closed and (fits or self._taken == self._given)

    def next_number(self) -> int:
        """Return the number of the next job."""
        self._taken += 1
        return self._taken - 1

    def land(self, ticket: Ticket, value: object) -> None:
        """Keep an answer for its turn; until then it counts as large as its job was."""
        self.flying -= 1
        self._landed[ticket.number] = value, len(ticket.frame)

    def settle(self, value: object) -> None:
        """Keep an answer that needs no work for its turn."""
        self._landed[self.next_number()] = value, 0

    def due(self) -> Iterator[Any]:
        """Yield the answers whose turn has come."""
        while self._given in self._landed:
            value, size = self._landed.pop(self._given)
            self._given += 1
            self.held -= size
            yield value
