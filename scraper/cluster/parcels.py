"""What passes between the machines of a cluster: neighbouring things packed together, in their order.

A parcel is frame after frame, as in the sockets of the workers: pickled values of this package, sent by this package.
"""

import io
from collections.abc import Iterable, Iterator
from typing import Any, Final

from scraper.workers.frames import pack, read_frame, unpack

_MOST: Final = 64
"""Things in a parcel: pages of a few seconds, so that a machine that is lost does not cost minutes."""
_BYTES: Final = 4 * 2**20
"""Bytes from which on a parcel is full, however few things are in it."""


def parcels(things: Iterable[object]) -> Iterator[bytes]:
    """Yield things packed together, in order; there is nothing but one thing in a parcel where it is very large."""
    frames: list[bytes] = []
    size = 0
    for thing in things:
        frame = pack(thing)
        if frames and (len(frames) == _MOST or size + len(frame) > _BYTES):
            yield b"".join(frames)
            frames, size = [], 0
        frames.append(frame)
        size += len(frame)
    if frames:
        yield b"".join(frames)


def opened(parcel: bytes) -> Iterator[Any]:
    """Yield what is in a parcel."""
    stream = io.BytesIO(parcel)
    while (frame := read_frame(stream)) is not None:
        yield unpack(frame)
