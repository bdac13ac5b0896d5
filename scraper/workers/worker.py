"""One worker as seen from outside: what it was given, what came back, and how it ended."""

import socket
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from scraper.workers.child import BROKEN, LAST
from scraper.workers.frames import HEAD, unpack

_PIECE = 1 << 18


@dataclass(slots=True)
class Ticket:
    """One job on its way."""

    number: int
    """Its place among all jobs."""
    frame: bytes
    """The job as it is sent."""
    was_lost: bool = False
    """Whether a worker was ended from outside while it had this job: the second time it counts as the job's doing."""


class Worker:
    """A process behind a socket that answers jobs in the order given; never blocks."""

    def __init__(self, pid: int, end: socket.socket) -> None:
        end.settimeout(0)
        self.pid = pid
        self.end = end
        self.waiting: deque[Ticket] = deque()
        self.words: str | None = None
        self.is_gone = False
        self._outgoing: deque[memoryview] = deque()
        self._incoming = bytearray()

    @property
    def has_more_to_send(self) -> bool:
        """Whether something is still to be written."""
        return bool(self._outgoing)

    def give(self, ticket: Ticket) -> None:
        """Queue a job, and send what goes through at once."""
        self.waiting.append(ticket)
        self._outgoing.append(memoryview(ticket.frame))
        self.push()

    def push(self) -> None:
        """Send as much as the socket takes; a worker that is gone shows when it is read from."""
        with suppress(BlockingIOError, BrokenPipeError, ConnectionResetError):
            while self._outgoing:
                sent = self.end.send(self._outgoing[0])
                rest = self._outgoing.popleft()[sent:]
                if rest:
                    self._outgoing.appendleft(rest)

    def pull(self) -> Iterator[tuple[Ticket, str, Any]]:
        """Yield the answers that have come, each with its job and its kind; sets `is_gone` at the end of the stream."""
        try:
            while piece := self.end.recv(_PIECE):
                self._incoming += piece
            self.is_gone = True
        except BlockingIOError:
            pass
        except ConnectionResetError:
            self.is_gone = True
        for data in self._frames():
            kind, value = unpack(data)
            if kind == BROKEN:
                self.words, self.is_gone = value, True
                return
            self.is_gone = self.is_gone or kind == LAST
            yield self.waiting.popleft(), kind, value

    def _frames(self) -> Iterator[bytes]:
        """Take the whole frames off what has come in."""
        while len(self._incoming) >= HEAD.size:
            (length,) = HEAD.unpack_from(self._incoming)
            if len(self._incoming) < HEAD.size + length:
                return
            data = bytes(memoryview(self._incoming)[HEAD.size : HEAD.size + length])
            del self._incoming[: HEAD.size + length]
            yield data
