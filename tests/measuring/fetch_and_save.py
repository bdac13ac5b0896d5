"""Fetches listed addresses with the fetcher alone and saves their bodies durably: what a crawl costs without cleaning.

`python -m tests.measuring.fetch_and_save given.json folder`; `given.json` names addresses and where hosts live.
"""

import asyncio
import json
import os
import sys
from collections import defaultdict
from pathlib import Path
from typing import BinaryIO

from scraper.fetcher import Guard, OpenFetcher, open_fetcher

GROUP = 200
"""Bodies after which the file is written through to the disk, as the crawler's group commit does."""


class _Store:
    """Keeps bodies in one file, written through to the disk after each group."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._kept = 0

    def keep(self, address: str, body: bytes) -> None:
        """Append a body with its address and length."""
        self._stream.write(f"{address} {len(body)}\n".encode() + body)
        self._kept += 1
        if self._kept % GROUP == 0:
            self.sync()

    def sync(self) -> None:
        """Write through."""
        self._stream.flush()
        os.fsync(self._stream.fileno())


async def _queue(fetcher: OpenFetcher, addresses: list[str], store: _Store) -> None:
    """Fetch the addresses of one host one after the other."""
    for address in addresses:
        result = await fetcher.visit(address)
        assert result.http is not None
        assert result.http.status == 200
        store.keep(address, result.body)


async def main(given: Path, folder: Path) -> None:
    """Fetch and save everything."""
    wanted = json.loads(given.read_text(encoding="ascii"))
    guard = Guard(allow_loopback=True, hosts=wanted["hosts"])
    hosts: dict[str, list[str]] = defaultdict(list)
    for address in wanted["addresses"]:
        hosts[address.split("/")[2]].append(address)
    with (folder / "bodies").open("wb") as stream:
        store = _Store(stream)
        async with open_fetcher(guard=guard) as fetcher:
            await asyncio.gather(*(_queue(fetcher, addresses, store) for addresses in hosts.values()))
        store.sync()


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), Path(sys.argv[2])))
