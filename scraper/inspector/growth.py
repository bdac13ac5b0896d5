"""How the time of a page grows with its size: real pages strung together to pages of 10 KB to 10 MB."""

import re
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle
from typing import Final

from scraper.inspector.speed import line

SIZES: Final = (10_000, 100_000, 1_000_000, 10_000_000)
"""Bytes of the pages."""
_ROUNDS: Final = 3
_BODY: Final = re.compile(rb"<body[^>]*>(.*)</body>", re.DOTALL | re.IGNORECASE)
_HEAD: Final = b'<html><head><meta charset="utf-8"><title>A page made of pages</title></head><body>'
_FOOT: Final = b"</body></html>"


@dataclass(frozen=True, slots=True)
class Step:
    """The time of a page of one size."""

    size: int
    """Bytes of the page."""
    seconds: float
    """Processor seconds, of the quickest round."""

    def per_kilobyte(self) -> float:
        """Return microseconds for each thousand bytes; where time grows with size alone, all sizes have the same."""
        return 1e6 * self.seconds / (self.size / 1000)


def grow(bodies: Sequence[bytes], tick: Callable[[], None], sizes: Iterable[int] = SIZES) -> list[Step]:
    """Return the time of pages of these sizes; `tick` after every one."""
    steps = []
    for size in sizes:
        page = strung(bodies, size)
        steps.append(Step(size, min(_times(page))))
        tick()
    return steps


def strung(bodies: Sequence[bytes], size: int) -> bytes:
    """Return a page of about so many bytes: what is inside the bodies, one after the other, the last one cut."""
    insides = [inside for inside in map(_inside, bodies) if inside] or [b"<p>No page at all.</p>"]
    parts, length = [_HEAD], len(_HEAD) + len(_FOOT)
    for inside in cycle(insides):
        parts.append(inside[: size - length])
        length += len(inside)
        if length >= size:
            break
    return b"".join((*parts, _FOOT))


def _inside(body: bytes) -> bytes:
    """Return what is inside `<body>`, all where there is none."""
    found = _BODY.search(body)
    return found[1] if found else body


def _times(page: bytes) -> Iterator[float]:
    """Yield the seconds of each round."""
    for _ in range(_ROUNDS):
        begun = time.process_time()
        line(page)
        yield max(time.process_time() - begun, 1e-7)
