"""Visits over the network from async code: the connections of many, the limits, guard and gate of each."""

import asyncio
import os
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from types import MappingProxyType

from scraper.addresses.whatwg import Address, parse
from scraper.errors import GuardError
from scraper.fetcher import client, network
from scraper.fetcher.border import Meanings, translate
from scraper.fetcher.client import Client, read_proxy, trusted_certificates
from scraper.fetcher.clients import Clients, Pools
from scraper.fetcher.dial import Dial
from scraper.fetcher.guard import Guard
from scraper.fetcher.journey import Gate, Journey
from scraper.fetcher.limits import DEFAULT_LIMITS, Limits
from scraper.fetcher.network import Pool
from scraper.fetcher.proxies import proxy_for
from scraper.fetcher.question import Proxy
from scraper.fetcher.redirects import Trail
from scraper.fetcher.resolver import LookUp, system
from scraper.model.page import FetchResult, Validators

TRANSLATIONS: Meanings = MappingProxyType({**client.TRANSLATIONS, **network.TRANSLATIONS})
"""All that may come out of the packages below; a subclass not listed means what its nearest base does."""

_EVERYWHERE = Guard()
_POOLS = Pools()


class OpenFetcher:
    """Connections to any number of origins under one guard; for one event loop. Made by `open_fetcher`."""

    def __init__(self, limits: Limits, guard: Guard, pools: Pools, look_up: LookUp) -> None:
        """Open nothing yet; UsageError where certificate or proxy settings of the environment make no sense."""
        self._context = trusted_certificates()
        if guard.proxies:
            for scheme in ("http", "https"):
                _proxy(parse(f"{scheme}://any.example/"))
        self._limits = limits
        self._guard = guard
        self._pools = pools
        self._look_up = look_up
        self._clients = Clients(self._open_client, pools)

    async def visit(
        self,
        url: str,
        *,
        validators: Validators | None = None,
        gate: Gate | None = None,
        limits: Limits | None = None,
    ) -> FetchResult:
        """Return the answer at an address, whatever its status, after all redirects.

        With validators the answer may be a 304 with an empty body. The gate is awaited with the target of every
        redirect before it is followed and may raise FetchError; its waiting does not count against the deadline.
        Raises only the FetchError tree; see `scraper.errors`. A body that is not whole is an error below status 400,
        and ends where it broke off from there on; an answer that gives no length and ends with its connection
        cannot be checked.
        """
        bounds = limits or self._limits
        trail = Trail(url, bounds.max_redirects)
        with _border(trail):
            journey = Journey(self._clients, trail, bounds, validators, gate)
            return await journey.go(url)

    async def close(self) -> None:
        """End all connections."""
        await self._clients.close()

    async def keep_tidy(self) -> None:
        """Close idle connections, for ever; to be run as a task and cancelled."""
        await self._clients.keep_tidy()

    def _open_client(self, address: Address) -> Client:
        """Return a new client for the origin of an address; raises GuardError (without address)."""
        proxy = _proxy(address) if self._guard.proxies else None
        if proxy is not None:
            self._guard.check_unseen(address.host, address.ip)
        dial = Dial(None if proxy else self._guard, self._look_up)
        return Client(address.origin, Pool(dial, self._context, self._pools.per_host, self._pools.idle, proxy))


@asynccontextmanager
async def open_fetcher(
    limits: Limits = DEFAULT_LIMITS,
    guard: Guard = _EVERYWHERE,
    *,
    pools: Pools = _POOLS,
    look_up: LookUp = system,
) -> AsyncIterator[OpenFetcher]:
    """Open a fetcher for any number of visits, many at a time; it remembers connections and nothing else.

    Certificates are verified against those of the environment (`SSL_CERT_FILE`, `SSL_CERT_DIR`), else certifi's.
    `look_up` stands for the system's resolver.
    """
    fetcher = OpenFetcher(limits, guard, pools, look_up)
    tidying = asyncio.create_task(fetcher.keep_tidy())
    try:
        yield fetcher
    finally:
        tidying.cancel()
        with suppress(asyncio.CancelledError):
            await tidying
        await fetcher.close()


def _proxy(address: Address) -> Proxy | None:
    """Return the proxy that the environment names for an address; UsageError where it makes no sense."""
    named = proxy_for(address, os.environ)
    return read_proxy(named) if named else None


@contextmanager
def _border(trail: Trail) -> Iterator[None]:
    """Let no foreign error pass; the message names the address, and how far the way there had gone."""
    try:
        yield
    except GuardError as error:
        raise GuardError(f"{trail}: {error}") from None
    except tuple(TRANSLATIONS) as error:
        raise translate(error, str(trail), TRANSLATIONS) from error
