"""From a host name to IP addresses, in time or not at all.

The system's look-up blocks and cannot be cancelled. Each runs in a thread of its own that nobody waits for: neither
a deadline, nor closing, nor the end of the program.
"""

import asyncio
import contextlib
import socket
import threading
from collections.abc import Awaitable, Callable

LookUp = Callable[[str], Awaitable[tuple[str, ...]]]
"""From a name to IP addresses, best first; raises OSError or UnicodeError where there are none."""

_MOST_ADDRESSES = 16


async def system(name: str) -> tuple[str, ...]:
    """Return what the system's resolver says of a name; raises OSError (socket.gaierror), or UnicodeError."""
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[tuple[str, ...]] = loop.create_future()

    def tell(ips: tuple[str, ...], error: Exception | None) -> None:
        """Hand the answer over, unless nobody waits any more."""
        if answer.done():
            return
        if error is None:
            answer.set_result(ips)
        else:
            answer.set_exception(error)

    def ask() -> None:
        """Look up, in the thread."""
        ips: tuple[str, ...] = ()
        fault: Exception | None = None
        try:
            ips = _ask(name)
        except (OSError, UnicodeError) as error:
            fault = error
        # The loop may be closed by now: then nobody is left to be told.
        with contextlib.suppress(RuntimeError):
            loop.call_soon_threadsafe(tell, ips, fault)

    threading.Thread(target=ask, name="look-up", daemon=True).start()
    return await answer


def _ask(name: str) -> tuple[str, ...]:
    """Return the IP addresses of a name in the system's order of preference (RFC 6724), without doubles."""
    found = socket.getaddrinfo(name, None, type=socket.SOCK_STREAM)
    ips = (str(place[0]) for _, _, _, _, place in found)
    return tuple(dict.fromkeys(ips))[:_MOST_ADDRESSES]
