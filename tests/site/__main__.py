"""Serves the made-up web: `python -m tests.site '{"hosts": 3}' log.jsonl [port]` prints its port and serves on."""

import asyncio
import itertools
import json
import socket
import sys
from contextlib import suppress
from pathlib import Path

from tests.site.server import Connection, Site, serve
from tests.site.web import Web


async def _main(web: Web, log: Path, port: int) -> None:
    listener = socket.create_server(("127.0.0.1", port), backlog=4096)
    port = listener.getsockname()[1]
    with log.open("ab") as stream:
        site = Site(web, port, stream)
        numbers = itertools.count(1)
        server = await asyncio.get_running_loop().create_server(
            lambda: Connection(site, next(numbers)), sock=listener, backlog=4096
        )
        sys.stdout.write(f"{port}\n")
        sys.stdout.flush()
        await serve(site, server)


if __name__ == "__main__":
    with suppress(KeyboardInterrupt):
        chosen = int(sys.argv[3]) if len(sys.argv) > 3 else 0
        asyncio.run(_main(Web.from_dict(json.loads(sys.argv[1])), Path(sys.argv[2]), chosen))
