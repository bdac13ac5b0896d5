"""Visits every faulty server in a process of its own and tells what came of it, how long it took, and how much memory.

Reads from standard input where the servers are (a JSON object, name of a fault to port), and writes another to
standard output. The servers live in the process that starts this one, so that time and memory are the visitor's alone.
"""

import asyncio
import json
import resource
import socket
import sys
import time
from typing import Any

from scraper.errors import FetchError
from scraper.fetcher import Guard, Limits, OpenFetcher, dial, open_fetcher
from scraper.fetcher.retry_after import seconds
from scraper.fetcher.wire import Wire, connect
from tests.fetcher.faults.fault import HOST, PUBLIC, Fault
from tests.fetcher.faults.table import FAULTS

LIMITS = Limits(deadline=2.0, connect_timeout=1.0, read_timeout=1.5)


async def led(ip: str, port: int) -> Wire:
    """Lead connections to the one public address to the loopback interface; nothing leaves the machine."""
    if ip != PUBLIC:
        raise AssertionError(f"a connection to {ip} left the guard")
    return await connect("127.0.0.1", port)


async def look_up(name: str) -> tuple[str, ...]:
    """Stand for the resolver."""
    found: Any = NAMES.get(name, "unknown")
    if found == "unknown":
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
    if found == "later":
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")
    if found == "hang":
        await asyncio.sleep(60)
    return tuple(found)


NAMES: dict[str, Any] = {HOST: [PUBLIC]} | {name: ips for fault in FAULTS for name, ips in fault.names.items()}


async def visit(fetcher: OpenFetcher, fault: Fault, port: int) -> dict[str, Any]:
    """Return what came of one fault."""
    began = time.monotonic()
    told: dict[str, Any] = {}
    try:
        result = await fetcher.visit(fault.address.format(host=HOST, port=port))
    except FetchError as error:
        told |= {"outcome": type(error).__name__, "message": str(error)}
    else:
        assert result.http is not None
        assert isinstance(result.body, bytes)
        asked = dict(result.headers).get("retry-after")
        told |= {"outcome": f"status {result.http.status}", "size": len(result.body)}
        told |= {"body": result.body[:5000].hex(), "asked": seconds(asked, time.time())}
    return told | {"seconds": time.monotonic() - began}


async def run(ports: dict[str, int]) -> dict[str, Any]:
    """Visit all: the quick ones one after the other, then the slow ones together."""
    told: dict[str, Any] = {}
    async with open_fetcher(LIMITS, Guard(), look_up=look_up) as fetcher:
        warm_up = next(fault for fault in FAULTS if fault.name == "HTTP/2: a page")
        await visit(fetcher, warm_up, ports["warm-up"])
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        for fault in (fault for fault in FAULTS if not fault.slow):
            told[fault.name] = await visit(fetcher, fault, ports[fault.name])
            told[fault.name]["peak"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
        slow = [fault for fault in FAULTS if fault.slow]
        found = await asyncio.gather(*(visit(fetcher, fault, ports[fault.name]) for fault in slow))
        told |= {fault.name: one for fault, one in zip(slow, found, strict=True)}
    return {"faults": told, "rise": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before}


if __name__ == "__main__":
    dial.connect = led
    json.dump(asyncio.run(run(json.load(sys.stdin))), sys.stdout)
