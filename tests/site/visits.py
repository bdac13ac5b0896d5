"""The server's log of requests: one line of ASCII for each, whatever bytes were asked for."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple


class Visit(NamedTuple):
    """One request as the server saw it; times are seconds of the machine's monotonic clock, one for all processes."""

    start: float
    """When its head had come in."""
    end: float
    """When the last byte of the answer had gone, or the client had hung up."""
    host: str
    path: str
    status: int
    """0 when the answer never went out in full."""
    connection: int
    agent: str


def line(visit: Visit) -> bytes:
    """Return a visit as a line of the log."""
    return json.dumps(visit).encode("ascii") + b"\n"


def read_log(path: Path) -> list[Visit]:
    """Return the visits logged so far, in the order in which they started; a line still being written is left out."""
    with path.open("rb") as stream:
        return sorted(read_on(stream))


def read_on(stream: BinaryIO) -> Iterator[Visit]:
    """Yield the visits of a log from where its stream stands, in the order in which they ended, up to its end."""
    start = stream.tell()
    for text in stream:
        if not text.endswith(b"\n"):
            stream.seek(start)
            return
        start += len(text)
        yield Visit(*json.loads(text))
