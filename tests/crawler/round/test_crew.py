"""Tasks, and errors in them."""

import asyncio

import pytest

from scraper.crawler.round.crew import Crew
from scraper.errors import DiskFullError


async def breaking(error: Exception) -> None:
    raise error


async def lasting() -> None:
    await asyncio.sleep(60)


def test_unforeseen_errors_are_handed_over() -> None:
    """An error of one task is handed to whoever started it, and the main work goes on."""
    met: list[BaseException] = []

    async def inside() -> None:
        crew = Crew()

        async def main() -> None:
            crew.start(breaking(LookupError("x")), met.append)
            await asyncio.sleep(0.05)

        await crew.watch(main(), lasting())
        assert len(crew) == 0

    asyncio.run(inside())
    assert [str(error) for error in met] == ["x"]


def test_errors_of_the_disk_end_everything() -> None:
    """An error after which nothing can be kept is raised where all is watched, and ends the other tasks."""
    ends: list[str] = []

    async def tidy() -> None:
        try:
            await asyncio.sleep(60)
        finally:
            ends.append("ended")

    async def inside() -> None:
        crew = Crew()
        crew.start(tidy(), lambda _: None)
        await asyncio.sleep(0)
        crew.start(breaking(DiskFullError("no room")), lambda _: None)
        await crew.watch(lasting(), lasting())

    with pytest.raises(DiskFullError):
        asyncio.run(inside())
    assert ends == ["ended"]


def test_work_beside_ends_with_the_main_work() -> None:
    """The first error of what runs beside is raised too, and nothing of it is left when the main work is over."""

    async def inside() -> None:
        await Crew().watch(lasting(), breaking(DiskFullError("no room")))

    with pytest.raises(DiskFullError):
        asyncio.run(inside())


def test_late_tasks_are_ended() -> None:
    """Tasks that take longer than they are given are ended and counted."""

    async def inside() -> int:
        crew = Crew()
        crew.start(lasting(), lambda _: None)
        crew.start(asyncio.sleep(0.01), lambda _: None)
        return await crew.finish(0.1)

    assert asyncio.run(inside()) == 1
