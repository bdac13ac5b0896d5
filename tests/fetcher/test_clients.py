"""Clients: one for an origin, bounded, closed when idle, thrown away when they failed."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from scraper.addresses.whatwg import Address, parse
from scraper.errors import UsageError
from scraper.fetcher.clients import Clients, Pools


class Fake:
    """Stands for a client."""

    def __init__(self, address: Address) -> None:
        self.origin = address.origin
        self.closed = 0

    async def aclose(self) -> None:
        """Count."""
        self.closed += 1


A, B, C = (parse(f"http://{name}.example/") for name in "abc")


def run(story: Callable[[Clients, list[Fake]], Awaitable[None]], pools: Pools) -> list[Fake]:
    """Tell a story with clients, and return all that were made."""
    made: list[Fake] = []

    def make(address: Address) -> Fake:
        made.append(Fake(address))
        return made[-1]

    async def tell() -> None:
        await story(Clients(make, pools), made)  # type: ignore[arg-type]

    asyncio.run(asyncio.wait_for(tell(), 5))
    return made


def test_an_origin_has_one_client() -> None:
    """The same origin gets the same client, another one another."""

    async def story(clients: Clients, _: list[Fake]) -> None:
        for address in (A, parse("http://a.example/b?c"), B, parse("https://a.example/")):
            async with clients.lease(address):
                pass
        await clients.close()

    made = run(story, Pools())
    assert [fake.origin for fake in made] == ["http://a.example", "http://b.example", "https://a.example"]
    assert all(fake.closed == 1 for fake in made)


def test_a_failure_retires_the_client_for_new_visits_only() -> None:
    """After a failure the next visit gets a new client, and the old one is closed when its last user leaves."""

    async def story(clients: Clients, made: list[Fake]) -> None:
        async with clients.lease(A) as lease:
            with pytest.raises(RuntimeError):
                async with clients.lease(A):
                    raise RuntimeError
            assert lease.retired
            async with clients.lease(A) as fresh:
                assert fresh is not lease
            assert [fake.closed for fake in made] == [0, 0]
        assert [fake.closed for fake in made] == [1, 0]

    run(story, Pools())


def test_idle_clients_make_room() -> None:
    """Where all places are taken, the idle client that was used longest ago is closed for the next."""

    async def story(clients: Clients, made: list[Fake]) -> None:
        for address in (A, B, A, C):
            async with clients.lease(address):
                assert len(clients) <= 2
        assert [(fake.origin[7], fake.closed) for fake in made] == [("a", 0), ("b", 1), ("c", 0)]

    run(story, Pools(hosts=2))


def test_nobody_is_turned_away_for_good() -> None:
    """Where all clients are in use, the next visit waits until one is not."""

    async def story(clients: Clients, made: list[Fake]) -> None:
        order: list[str] = []

        async def visit(address: Address, seconds: float) -> None:
            async with clients.lease(address):
                assert len(clients) == 1
                await asyncio.sleep(seconds)
                order.append(address.host[0])

        await asyncio.gather(visit(A, 0.05), visit(B, 0.02), visit(C, 0.0))
        assert order == ["a", "b", "c"]

    run(story, Pools(hosts=1))


def test_what_is_idle_for_long_is_closed() -> None:
    """A client that nobody has used for its time is closed by the tidying task, one in use is not."""

    async def story(clients: Clients, made: list[Fake]) -> None:
        tidying = asyncio.create_task(clients.keep_tidy())
        async with clients.lease(A):
            async with clients.lease(B):
                pass
            await asyncio.sleep(0.2)
            assert [fake.closed for fake in made] == [0, 1]
        tidying.cancel()

    run(story, Pools(idle=0.05))


@pytest.mark.parametrize("pools", [{"hosts": 0}, {"per_host": 0}, {"idle": 0}, {"idle": float("nan")}])
def test_senseless_pools_are_usage_errors(pools: dict[str, float]) -> None:
    """Pools nothing could go through are a UsageError."""
    with pytest.raises(UsageError):
        Pools(**pools)  # type: ignore[arg-type]
