"""Turns at hosts."""

import asyncio
from dataclasses import replace

from scraper.crawler.politeness import Answer, Sign
from scraper.crawler.queue import Scheduler
from scraper.crawler.round.turnstile import Turnstile, Waiting
from scraper.model.host import HostState
from scraper.model.source import Politeness
from scraper.model.visit import Visit

VISIT = Visit("k", "http://h.example/a", "h.example", "news", 0, 0.0, 0.0)
FINE = Answer(Sign.FINE, 0.0)


def turnstile(begun: list[Visit], delay: float = 0.0, slots: int = 64) -> Turnstile:
    rules = Politeness(delay=delay)
    scheduler: Scheduler[Waiting] = Scheduler(lambda _: rules, HostState, slots=slots, capacity=3)
    return Turnstile(scheduler, begun.append, asyncio.get_running_loop().time)


def test_turns_come_as_hosts_allow() -> None:
    """One page of a host begins at a time, the next when the turn was given back and the delay is over."""

    async def inside() -> tuple[int, int, int]:
        begun: list[Visit] = []
        turns = turnstile(begun, delay=0.1)
        assert turns.push([VISIT, VISIT]) == []
        first = len(begun)
        turns.leave("h.example", FINE, asyncio.get_running_loop().time())
        early = len(begun)
        await asyncio.sleep(0.2)
        return first, early, len(begun)

    assert asyncio.run(inside()) == (1, 1, 2)


def test_full_queues_give_back() -> None:
    """Pages for which there is no room come back."""

    async def inside() -> int:
        turns = turnstile([], slots=1)
        return len(turns.push([replace(VISIT, host=f"h{number}") for number in range(9)]))

    assert asyncio.run(inside()) == 6


def test_who_is_under_way_goes_first() -> None:
    """What waits in `enter` has its turn before the pages of its host."""

    async def inside() -> tuple[bool, int]:
        begun: list[Visit] = []
        turns = turnstile(begun)
        turns.push([VISIT, VISIT])
        entering = asyncio.create_task(turns.enter("h.example"))
        await asyncio.sleep(0)
        turns.leave("h.example", FINE, 0.0)
        await asyncio.sleep(0)
        return entering.done(), len(begun)

    assert asyncio.run(inside()) == (True, 1)


def test_turn_of_whoever_left_goes_on() -> None:
    """The turn of a task that was cancelled while it waited goes to the next."""

    async def inside() -> int:
        begun: list[Visit] = []
        turns = turnstile(begun)
        turns.push([VISIT, VISIT])
        entering = asyncio.create_task(turns.enter("h.example"))
        await asyncio.sleep(0)
        entering.cancel()
        await asyncio.wait([entering])
        turns.leave("h.example", FINE, 0.0)
        return len(begun)

    assert asyncio.run(inside()) == 2


def test_closed_turnstile_gives_no_turns() -> None:
    """After `close` nothing begins, and whoever waits is cancelled."""

    async def inside() -> tuple[bool, bool, int]:
        begun: list[Visit] = []
        turns = turnstile(begun)
        turns.push([VISIT, VISIT])
        entering = asyncio.create_task(turns.enter("h.example"))
        await asyncio.sleep(0)
        turns.close()
        turns.leave("h.example", FINE, 0.0)
        late = asyncio.create_task(turns.enter("h.example"))
        await asyncio.wait([entering, late])
        return entering.cancelled(), late.cancelled(), len(begun)

    assert asyncio.run(inside()) == (True, True, 1)


def test_crowded_hosts_and_their_pages() -> None:
    """Hosts with many waiting pages are named, and their pages can be taken away."""

    async def inside() -> tuple[set[str], int, int]:
        turns = turnstile([])
        turns.push([VISIT, VISIT, VISIT, replace(VISIT, host="other.example")])
        crowded = turns.crowded(2)
        return crowded, len(turns.drop("h.example")), len(turns)

    assert asyncio.run(inside()) == ({"h.example"}, 2, 0)
