"""Serving on loopback until interrupted; the only file that knows uvicorn."""

import secrets
import socket
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from scraper.errors import MissingExtraError, OutputError
from scraper.inspector.serve.guard import Keys
from scraper.inspector.serve.shelf import Shelf
from scraper.model.options import Options

_LOOPBACK: Final = "127.0.0.1"
_BYTES: Final = 32


def serve(folder: Path, options: Options, port: int, tell: Callable[[str], None]) -> None:
    """Serve a folder until interrupted; `tell` gets the address, token and all, once the server listens.

    `port` 0 takes one that is free. Nothing but this machine can reach it. Raises MissingExtraError, InputError,
    OutputError where the port is taken.
    """
    need_extra()
    import uvicorn

    from scraper.inspector.serve.application import application

    shelf = Shelf(folder, options)
    with listening(port) as door:
        keys = Keys(door.getsockname()[1], secrets.token_urlsafe(_BYTES), secrets.token_urlsafe(_BYTES))
        config = uvicorn.Config(
            application(shelf, keys),
            log_level="warning",
            access_log=False,
            lifespan="off",
            server_header=False,
            timeout_graceful_shutdown=1,
        )
        tell(f"http://{_LOOPBACK}:{keys.port}/?token={keys.token}")
        uvicorn.Server(config).run(sockets=[door])


def need_extra() -> None:
    """Say what to install where it is missing. Raises MissingExtraError."""
    if find_spec("starlette") is None or find_spec("uvicorn") is None:
        raise MissingExtraError("serving needs starlette and uvicorn: pip install 'scraper[inspect]'")


def listening(port: int) -> socket.socket:
    """Return a socket that listens on loopback alone. Raises OutputError where the port is taken."""
    door = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        door.bind((_LOOPBACK, port))
        door.listen()
    except OSError as fault:
        door.close()
        raise OutputError(f"cannot serve on port {port}: {fault.strerror}; choose another --port") from fault
    return door
