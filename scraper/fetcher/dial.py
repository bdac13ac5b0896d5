"""From a host name to a connection: look up once, judge every address, connect to one of those very addresses.

Nobody asks the resolver again in between, so a name that answers differently the second time (rebinding) gains nothing.
"""

import asyncio
import socket
from dataclasses import dataclass
from ipaddress import ip_address

from scraper.fetcher.guard import Guard
from scraper.fetcher.resolver import LookUp
from scraper.fetcher.wire import Wire, connect

_TRIED = 4


@dataclass(frozen=True, slots=True)
class Dial:
    """The way to connections under one guard."""

    guard: Guard | None
    """Judges addresses; None on the way to a proxy, which the user chose."""
    look_up: LookUp
    """Asked for names that the guard does not know."""

    async def connect(self, host: str, port: int, seconds: float | None) -> Wire:
        """Return a connection to a host, within a time limit.

        Raises GuardError, socket.gaierror for names without address, TimeoutError, OSError, UnicodeError.
        """
        async with asyncio.timeout(seconds) as limit:
            ips = await self._addresses(host)
            if self.guard is not None:
                self.guard.check(host, ips)
            return await _reach(ips[:_TRIED], port, limit.when())

    async def _addresses(self, host: str) -> tuple[str, ...]:
        """Return the IP addresses of a host, best first."""
        known = self.guard.hosts.get(host) if self.guard is not None else None
        if known is not None or _is_number(host):
            return (known or host,)
        return await self.look_up(host)


def _is_number(host: str) -> bool:
    """Tell whether a host is an IP address and no name."""
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


async def _reach(ips: tuple[str, ...], port: int, until: float | None) -> Wire:
    """Return a connection to the first address that takes one; each gets its share of the time that is left."""
    loop = asyncio.get_running_loop()
    fault: OSError = socket.gaierror(socket.EAI_NONAME, "the name has no address")
    for place, ip in enumerate(ips):
        share = None if until is None else (until - loop.time()) / (len(ips) - place)
        try:
            async with asyncio.timeout(share):
                return await connect(ip, port)
        except OSError as error:
            fault = error
    raise fault
