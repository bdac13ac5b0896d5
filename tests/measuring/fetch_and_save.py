"""Fetches listed addresses with the fetcher alone and saves their bodies durably: what a crawl costs without cleaning.

`python -m tests.measuring.fetch_and_save given.json folder`; `given.json` names addresses and where hosts live.
"""

import asyncio
import json
import os
import sys
from pathlib import Path
from typing import BinaryIO

from scraper.fetcher import Guard, OpenFetcher, open_fetcher
from tests.measuring.setting import PARALLEL

GROUP = 200
"""Bodies after which the file is written through to the disk, as the crawler's group commit does."""


async def _save(fetcher: OpenFetcher, addresses: list[str], stream: BinaryIO) -> None:
    waiting, saved = iter(addresses), 0

    async def take() -> None:
        nonlocal saved
        for address in waiting:
            result = await fetcher.visit(address)
            assert result.http is not None
            assert result.http.status == 200
            stream.write(f"{address} {len(result.body)}\n".encode() + result.body)
            saved += 1
            if saved % GROUP == 0:
                stream.flush()
                os.fsync(stream.fileno())

    await asyncio.gather(*(take() for _ in range(PARALLEL)))


async def main(given: Path, folder: Path) -> None:
    """Fetch and save everything."""
    wanted = json.loads(given.read_text(encoding="ascii"))
    guard = Guard(allow_loopback=True, hosts=wanted["hosts"])
    with (folder / "bodies").open("wb") as stream:
        async with open_fetcher(guard=guard) as fetcher:
            await _save(fetcher, wanted["addresses"], stream)
        stream.flush()
        os.fsync(stream.fileno())


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), Path(sys.argv[2])))
