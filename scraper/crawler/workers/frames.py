"""What passes between the crawler and its workers: a length of four bytes, then one pickled value.

Both ends are this package in the same version, run by the same user; nothing from the network is ever unpickled.
"""

import pickle
import struct
from typing import BinaryIO

HEAD = struct.Struct(">I")
"""Length of the value that follows, in bytes."""


def pack(value: object) -> bytes:
    """Return a value as one frame. Raises TypeError or AttributeError for what cannot be sent (a bug, not a page)."""
    data = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    return HEAD.pack(len(data)) + data


def unpack(data: bytes) -> object:
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
