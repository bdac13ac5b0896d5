"""What passes between this process, the keeper and its workers: a length of eight bytes, then one pickled value.

All ends are this package in the same version, run by the same user; nothing from the network is ever unpickled.
"""

import copyreg
import io
import pickle
import socket
import struct
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, BinaryIO, Final

HEAD: Final = struct.Struct(">Q")
"""Length of the value that follows, in bytes."""


def _read_only(table: MappingProxyType[Any, Any]) -> tuple[Callable[..., object], tuple[object, ...]]:
    """Return how to make a read-only table again, which pickle does not know by itself."""
    return read_only, (dict(table),)


def read_only(table: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    """Return a table nobody can change; the class itself has no name that pickle could find."""
    return MappingProxyType(table)


_WAYS: Mapping[type, Callable[[Any], Any]] = MappingProxyType({MappingProxyType: _read_only})


def pack(value: object) -> bytes:
    """Return a value as one frame. Raises TypeError or AttributeError for what cannot be sent (a bug, not a page)."""
    stream = io.BytesIO()
    stream.write(HEAD.pack(0))
    pickler = pickle.Pickler(stream, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = {**copyreg.dispatch_table, **_WAYS}
    pickler.dump(value)
    stream.seek(0)
    stream.write(HEAD.pack(len(stream.getbuffer()) - HEAD.size))
    return stream.getvalue()


def unpack(data: bytes | memoryview) -> Any:
    """Return the value of a frame's bytes, its head taken off."""
    return pickle.loads(data)  # noqa: S301


def read_frame(stream: BinaryIO) -> bytes | None:
    """Return the bytes of the next frame; None where the stream ends, even inside one."""
    head = stream.read(HEAD.size)
    if len(head) < HEAD.size:
        return None
    (length,) = HEAD.unpack(head)
    data = stream.read(length)
    return data if len(data) == length else None


def send(end: socket.socket, value: object) -> None:
    """Send a value and wait until it is taken."""
    end.sendall(pack(value))


def receive(end: socket.socket) -> Any:
    """Wait for the next value. Raises EOFError where the other side is gone."""
    with end.makefile("rb", buffering=0) as stream:
        data = _all_of(stream, HEAD.unpack(_all_of(stream, HEAD.size))[0])
    return unpack(data)


def _all_of(stream: io.RawIOBase | BinaryIO, length: int) -> bytes:
    """Read so many bytes, not one more: what follows belongs to the next frame, and may carry a socket."""
    found = bytearray()
    while len(found) < length:
        piece = stream.read(length - len(found))
        if not piece:
            raise EOFError("the other process is gone")
        found += piece
    return bytes(found)
