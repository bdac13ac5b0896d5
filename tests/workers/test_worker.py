"""One worker as seen from outside."""

import socket

from scraper.workers.frames import pack
from scraper.workers.worker import Ticket, Worker


def pair() -> tuple[Worker, socket.socket]:
    """Return a worker and the socket that its process would serve."""
    ours, theirs = socket.socketpair()
    return Worker(0, ours), theirs


def test_answers_belong_to_jobs_in_turn() -> None:
    """Each answer is for the oldest job that waits, however it was cut on its way."""
    worker, process = pair()
    tickets = [Ticket(number, pack(number)) for number in range(3)]
    for ticket in tickets:
        worker.give(ticket)
    data = pack(("answer", "a")) + pack(("answer", "b"))
    process.sendall(data[:-3])
    assert [(ticket.number, value) for ticket, _, value in worker.pull()] == [(0, "a")]
    process.sendall(data[-3:])
    assert [(ticket.number, value) for ticket, _, value in worker.pull()] == [(1, "b")]
    assert (list(worker.waiting), worker.is_gone) == ([tickets[2]], False)


def test_a_large_job_waits_for_room() -> None:
    """What the socket does not take stays to be sent."""
    worker, process = pair()
    worker.give(Ticket(0, b"x" * 10_000_000))
    assert worker.has_more_to_send
    got = 0
    process.settimeout(0)
    while got < 10_000_000:
        got += len(process.recv(1 << 20))
        worker.push()
    assert not worker.has_more_to_send


def test_a_farewell_and_a_broken_end_are_heard() -> None:
    """A last answer, last words and a closed socket each mean that the worker is gone."""
    worker, process = pair()
    worker.give(Ticket(0, b""))
    process.sendall(pack(("last", 1)))
    assert [value for _, _, value in worker.pull()] == [1]
    assert worker.is_gone
    worker, process = pair()
    worker.give(Ticket(0, b""))
    process.sendall(pack(("broken", "words")))
    assert list(worker.pull()) == []
    assert (worker.is_gone, worker.words, len(worker.waiting)) == (True, "words", 1)
    worker, process = pair()
    process.close()
    assert list(worker.pull()) == []
    assert worker.is_gone
