"""Groups on their way to the disk."""

import asyncio
import io
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from scraper.crawler.delivery.group import GroupLimits
from scraper.crawler.memory import Batch
from scraper.crawler.operations import Tally, open_log
from scraper.crawler.round.hosts import Hosts
from scraper.crawler.round.writing import Disk, Entry, Writer
from scraper.model.host import HostState


class Paper:
    """A delivery that writes down what it is given, as slowly as it is told."""

    def __init__(self) -> None:
        self.lines: list[bytes] = []
        self.groups: list[int] = []
        self.hosts: list[str] = []
        self.may = threading.Event()
        self.may.set()

    def append(self, stream: str, data: bytes) -> None:
        """Take a line."""
        assert stream == "records"
        self.lines.append(data)

    def commit(self, batch: Batch, _now: float) -> int:
        """Take a group."""
        self.may.wait(5)
        self.groups.append(len(self.lines))
        self.hosts += batch.hosts
        return 0


def entry(number: int) -> Entry:
    return Entry(output=[("records", b"%d\n" % number)])


def write(paper: Paper, work: Any, limits: GroupLimits | None = None) -> Tally:
    """Do something with a writer that runs, then commit what is left."""
    tally = Tally(0.0)

    async def inside() -> None:
        hosts = Hosts(HostState)
        hosts.remember(HostState("h.example"))
        with ThreadPoolExecutor(1) as thread:
            disk = Disk(paper, thread, hosts, lambda: 0.0)  # type: ignore[arg-type]
            chosen = limits or GroupLimits(3, 1000, 60.0)
            writer = Writer(disk, open_log(io.StringIO()), tally, chosen)
            running = asyncio.create_task(writer.run())
            await work(writer)
            running.cancel()
            await asyncio.wait([running])
            await writer.commit()

    asyncio.run(inside())
    return tally


def test_full_groups_are_committed_at_once() -> None:
    """A group is committed as soon as it is full, in order, with the states of hosts."""
    paper = Paper()

    async def work(writer: Writer) -> None:
        for number in range(7):
            await writer.add(entry(number))
        await asyncio.sleep(0.1)

    tally = write(paper, work)
    assert paper.lines == [b"%d\n" % number for number in range(7)]
    assert paper.groups[-1] == 7
    assert 2 <= len(paper.groups) <= 4
    assert paper.hosts == ["h.example"]
    assert tally.bytes["records"] == 14


def test_old_groups_are_committed_too() -> None:
    """A group that is not full is committed when it has waited long enough."""
    paper = Paper()

    async def work(writer: Writer) -> None:
        await writer.add(entry(1))
        await asyncio.sleep(0.3)
        assert paper.groups == [1]

    write(paper, work, GroupLimits(100, 1000, 0.05))


def test_slow_disk_makes_pages_wait() -> None:
    """While a commit takes long, no more than another group is taken; then pages wait."""
    paper = Paper()
    paper.may.clear()

    async def work(writer: Writer) -> None:
        adding = asyncio.create_task(_add(writer, 20))
        await asyncio.sleep(0.2)
        assert not adding.done()
        assert len(writer) <= 3
        paper.may.set()
        await adding

    write(paper, work)
    assert len(paper.lines) == 20


async def _add(writer: Writer, count: int) -> None:
    for number in range(count):
        await writer.add(entry(number))
